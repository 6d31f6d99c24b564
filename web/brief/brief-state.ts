import type { BriefItem, BriefView } from '#contract/brief.ts'

/** A brief that is being read: what stands there stays there, whatever happens meanwhile. */
export type Reading = {
  view: BriefView
  /** Keys of what stands there but no longer waits. */
  gone: ReadonlySet<string>
  /** How many things came since and are not shown yet. */
  waiting: number
}

/** Opens a brief. */
export const begin = (view: BriefView): Reading => ({ view, gone: new Set(), waiting: 0 })

/**
 * Takes in a fresh brief without moving anything: known items are brought up to date in their places, items that are
 * settled stay and are marked, and new ones are only counted until the reader asks for them. How much waits is told as it is now.
 */
export function follow(reading: Reading, fresh: BriefView): Reading {
  const news = new Map(itemsOf(fresh).map((item) => [item.key, item]))
  const shown = itemsOf(reading.view).map((item) => item.key)
  const update = (items: readonly BriefItem[]) => items.map((item) => news.get(item.key) ?? item)
  const sections = reading.view.sections.map((section) => ({
    ...section, items: update(section.items), folded: section.folded.map((fold) => ({ ...fold, items: update(fold.items) })),
  }))
  return {
    view: { ...reading.view, lede: fresh.lede, calendar: fresh.calendar, shift: fresh.shift, sections },
    gone: new Set(shown.filter((key) => !news.has(key))),
    waiting: [...news.keys()].filter((key) => !shown.includes(key)).length,
  }
}

/** Every item of a brief, folded ones too, in reading order. */
export function itemsOf(view: Pick<BriefView, 'sections'>): BriefItem[] {
  return view.sections.flatMap((section) => [...section.items, ...section.folded.flatMap((fold) => fold.items)])
}
