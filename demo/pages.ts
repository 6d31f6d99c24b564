import { createPage, readPage, savePage } from '#contract/pages.ts'
import { verifyPage } from '#contract/page-truth.ts'
import type { PageKind } from '#domain/pages/kinds.ts'
import { BILLING_PAGES } from './pages-billing.ts'
import { PLATFORM_PAGES } from './pages-platform.ts'
import type { Numbers, Scene } from './story.ts'
import type { DemoName, DemoSpaceName } from './team.ts'
import type { Teller } from './teller.ts'

/** A page of the story, as it was first written and as it was changed. Moments are as written; see `StoryDates`. */
export type StoryPage = {
  key: string; in: DemoSpaceName; kind: PageKind; by: DemoName; at: string; title: string; tags: readonly string[]; text: string
  /** The page that it stands under, which must have been written before. */
  under?: string
  /** `change`: words that stand in it, and those that come in their place. */
  edits: readonly { at: string; by: DemoName; note: string; change: readonly [string, string] }[]
  verify?: { at: string; by: DemoName; against: string; reviewDays: number }
}

export const STORY_PAGES: readonly StoryPage[] = [...PLATFORM_PAGES, ...BILLING_PAGES]

/** What the team has written down: some of it verified, one page out of date, some that nobody has looked at since. */
export function pages(teller: Teller, numbers: Numbers): Scene[] {
  const named = (text: string): string => text.replaceAll(/#\{([^}]+)\}/g, (_all, key: string) => `#${numbers.of(key)}`)
  const at = (moment: string, play: () => Promise<unknown>): Scene => ({ at: teller.dates.moved(moment), play: async () => { await play() } })
  const written = (page: StoryPage): Scene => at(page.at, async () => {
    const { number } = await teller.as(page.by)(createPage, {
      spaceId: teller.spaces[page.in], kind: page.kind, title: page.title, tags: [...page.tags], text: named(page.text), ...(page.under !== undefined && { parent: numbers.of(page.under) }),
    })
    numbers.set(page.key, number)
  })
  const edited = (page: StoryPage, { by, note, change: [from, to], at: moment }: StoryPage['edits'][number]): Scene => at(moment, async () => {
    const { number, version, text } = await teller.as(by)(readPage, { number: numbers.of(page.key) })
    if (!text.includes(named(from))) throw new Error(`${page.title} does not say “${from}”.`)
    await teller.as(by)(savePage, { number, base: version, note, text: text.replace(named(from), () => named(to)) })
  })
  const verified = (page: StoryPage, { at: moment, by, ...rest }: NonNullable<StoryPage['verify']>): Scene => at(moment, async () => {
    const { number, version } = await teller.as(by)(readPage, { number: numbers.of(page.key) })
    await teller.as(by)(verifyPage, { number, version, ...rest })
  })
  return STORY_PAGES.flatMap((page) => [written(page), ...page.edits.map((edit) => edited(page, edit)), ...page.verify === undefined ? [] : [verified(page, page.verify)]])
}
