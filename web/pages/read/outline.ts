/** A heading as it stands on the page. */
export type Heading = { level: number, text: string }
/** A line of the outline: where it leads, and how deep it stands; 0 is the highest that the text uses. */
export type OutlineLine = { id: string, text: string, depth: number }

/** Deeper headings stand in the text alone: an outline of everything is the text again. */
const DEPTH_MAX = 2

/** `Before you start: keys` → `before-you-start-keys`. Letters of every language stay. */
const slugOf = (text: string): string => text.toLocaleLowerCase('en-GB').match(/[\p{L}\p{N}]+/gu)?.join('-') ?? 'part'

/**
 * The outline of a text: a line for each of its headings, with an address that stays while its words stay. Equal headings
 * are told apart by their turn.
 */
export function outlineOf(headings: readonly Heading[]): OutlineLine[] {
  const highest = Math.min(...headings.map(({ level }) => level))
  const met = new Map<string, number>()
  return headings.map(({ level, text }) => {
    const slug = slugOf(text)
    const turn = (met.get(slug) ?? 0) + 1
    met.set(slug, turn)
    return { id: turn === 1 ? slug : `${slug}-${turn}`, text, depth: level - highest }
  })
}

/** Only what an outline shows. */
export const shownIn = (lines: readonly OutlineLine[]): OutlineLine[] => lines.filter(({ depth }) => depth <= DEPTH_MAX)

/** Places for notes of these heights as near to where they belong as can be, none over another. Unit: CSS pixels. */
export function spread(notes: readonly { wanted: number, height: number }[], gap: number): number[] {
  let free = 0
  return notes.map(({ wanted, height }) => {
    const top = Math.max(wanted, free)
    free = top + height + gap
    return top
  })
}
