import type { Saved } from '#contract/pages.ts'

type Conflict = Extract<Saved, { outcome: 'conflict' }>
type Stretch = Conflict['stretches'][number]
export type Clash = Extract<Stretch, { kind: 'conflict' }>

/** What stands at a place that both changed: one side, both, or what somebody wrote of the two. */
export type Chosen = { take: 'mine' | 'theirs' | 'both' } | { take: 'hand', text: string }

/** A save that met another, and what was chosen so far; kept as it is chosen. Choices stand in the order of the places. */
export type Joining = Pick<Conflict, 'version' | 'theirTitle' | 'theirByNames' | 'stretches'> & { myTitle: string, title: 'mine' | 'theirs' | null, /** Both changed the title. */ titles: boolean, chosen: (Chosen | null)[] }

/** Nothing chosen yet. A title that only one side changed needs no choice. @param baseTitle the title that both began with */
export function joiningOf(conflict: Conflict, myTitle: string, baseTitle: string): Joining {
  const { version, theirTitle, theirByNames, stretches } = conflict
  const titles = myTitle !== theirTitle && myTitle !== baseTitle && theirTitle !== baseTitle
  return { version, theirTitle, theirByNames, stretches, myTitle, titles, title: titles ? null : myTitle === baseTitle ? 'theirs' : 'mine', chosen: clashesIn(stretches).map(() => null) }
}

const clashesIn = (stretches: readonly Stretch[]): Clash[] => stretches.filter((stretch) => stretch.kind === 'conflict')

/** The text of a place, as it was chosen. */
export function textOf({ mine, theirs }: Clash, chosen: Chosen): string {
  switch (chosen.take) {
    case 'mine': return mine
    case 'theirs': return theirs
    case 'both': return inOwnLines(mine, theirs)
    case 'hand': return withEnd(chosen.text, mine, theirs)
  }
}

/** Both sides, the second on a line of its own. */
const inOwnLines = (first: string, second: string): string => (first === '' || second === '' || first.endsWith('\n') ? first + second : `${first}\n${second}`)

/** A text typed in a field ends as the sides did, so that the line below does not run into it. */
const withEnd = (text: string, ...sides: readonly string[]): string => (text !== '' && !text.endsWith('\n') && sides.some((side) => side.endsWith('\n')) ? `${text}\n` : text)

/** What still has to be chosen, places and the title together. */
export const openIn = ({ chosen, title }: Pick<Joining, 'chosen' | 'title'>): number => chosen.filter((one) => one === null).length + (title === null ? 1 : 0)

/** The whole text with a side chosen for each place; undefined while a choice is missing. */
export function joined({ stretches, chosen }: Pick<Joining, 'stretches' | 'chosen'>): string | undefined {
  let place = 0
  const parts = stretches.map((stretch) => {
    if (stretch.kind === 'same') return stretch.text
    const choice = chosen[place++]
    return choice ? textOf(stretch, choice) : undefined
  })
  return parts.includes(undefined) ? undefined : parts.join('')
}

/** So many lines of what was joined stay on either side of a place, so that one sees where it is. */
const CONTEXT = 2

/** What stands around the places: the last and first lines of a long stretch, and how many are folded between. */
export function around(text: string, { first, last }: { first: boolean, last: boolean }): { above: string, folded: number, below: string } {
  const lines = text.replace(/\n$/, '').split('\n')
  const [head, tail] = [first ? 0 : CONTEXT, last ? 0 : CONTEXT]
  if (lines.length <= head + tail + 1) return { above: text, folded: 0, below: '' }
  return { above: lines.slice(0, head).join('\n'), folded: lines.length - head - tail, below: tail === 0 ? '' : lines.slice(-tail).join('\n') }
}
