import { dataLines } from './data-lines.ts'
import type { DataLine } from './data-lines.ts'
import type { Front } from './front-matter.ts'
import { linksOfLine } from './links.ts'
import { isPlaceholder, plainTitle } from './marks.ts'
import { sectionsAt } from './options.ts'
import { lineAt, without } from './outline.ts'
import type { Outline } from './outline.ts'
import { namesIn } from './people.ts'
import type { AdrLink, AdrNote, AdrPlaces, AdrState, Span } from './record.ts'
import { dateIn, stateOf, untilIn } from './status.ts'

export type Data = {
  readonly status: string | null; readonly statusLine: number | null; readonly state: AdrState | null; readonly until: string | null; readonly date: string | null
  readonly deciders: string[]; readonly consulted: string[]; readonly informed: string[]; readonly tags: string[]; readonly links: AdrLink[]; readonly notes: AdrNote[]
  readonly places: Pick<AdrPlaces, 'status' | 'statusIn' | 'frontMatterEnd' | 'firstLine'>
  /** What stands below the title and is no data. */
  readonly intro: string
  /** Written in the manner of RFCs, and whether it says where it was taken. */
  readonly isProposal: boolean; readonly merged: boolean
}

/** So much of a line is looked at. Unit: UTF-16 units. */
const LINE_MAX = 1000
const TAG_MAX = 40
const TAGS_MAX = 20
/** What front matter calls those who decide; the first is that of MADR 4. */
export const DECIDER_KEYS = ['decision-makers', 'decision-maker', 'deciders', 'authors', 'author'] as const
type Given = { outline: Outline; front: Front; intro: Span; level: number }
type Status = { words: string; place: Span; line: number; from: 'front-matter' | 'line' | 'section' }

/** Who, when and what state: from front matter, from lines below the title, or from a section “Status”. */
export function readData({ outline, front, intro, level }: Given): Data {
  const lines = dataLines(outline, intro)
  const used: DataLine[] = []
  const line = (key: string): DataLine | undefined => {
    const found = lines.find((one) => one.key === key)
    if (found) used.push(found)
    return found
  }
  const list = (keys: readonly string[], lineKey: string): string[] => namesIn(keys.flatMap((key) => front.values.get(key)?.words ?? []).concat(line(lineKey)?.words ?? []))
  const status = statusIn({ outline, front, line: line('status'), level })
  const links = status.flatMap((one) => linksOfLine(one.words, one.line))
  const [chief] = status
  const date = dateFrom(front, line('date') ?? line('start date'))
  const pullRequest = lines.find(({ key }) => key === 'rfc pr')
  return {
    status: chief === undefined || chief.words === '' ? null : chief.words, statusLine: chief?.line ?? null, state: chief !== undefined && !isPlaceholder(chief.words) ? stateOf(chief.words) : null, until: untilIn(chief?.words ?? ''), date: date.date, notes: date.notes,
    deciders: list(DECIDER_KEYS, 'deciders'), consulted: list(['consulted'], 'consulted'), informed: list(['informed'], 'informed'),
    tags: tagsOf([...(front.values.get('tags')?.words ?? []), line('tags')?.words ?? '']), links,
    places: { status: chief?.place ?? null, statusIn: chief?.from ?? null, frontMatterEnd: front.end, firstLine: lines[0]?.whole ?? null },
    isProposal: pullRequest !== undefined || used.some(({ key }) => key === 'start date'), merged: /\/pull\/0*[1-9]/.test(pullRequest?.words ?? ''),
    intro: without(outline.source, intro, used.map(({ whole }) => whole)),
  }
}

/** Every line of the status; the one that counts first: what superseded or ended it, else the first that is known. */
function statusIn({ outline, front, line, level }: { outline: Outline; front: Front; line: DataLine | undefined; level: number }): Status[] {
  const inFront = front.values.get('status')
  if (inFront?.place) return [{ words: inFront.words.join(' '), place: inFront.place, line: inFront.line, from: 'front-matter' }]
  if (line && line.words !== '') return [{ words: line.words, place: line.place, line: line.line, from: 'line' }]
  const section = sectionsAt(outline, { start: 0, end: outline.source.length }, level).find(({ name }) => name === 'status')
  const found = section ? linesOf(outline, section.body) : []
  const weight = ({ words }: Status): number => { const state = stateOf(words); return state === null ? 2 : state === 'superseded' || state === 'deprecated' ? 0 : 1 }
  return found.toSorted((a, b) => weight(a) - weight(b))
}

function linesOf(outline: Outline, { start, end }: Span): Status[] {
  const found: Status[] = []
  for (const match of outline.source.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const words = match[0].slice(0, LINE_MAX).replace(/<!--.*?-->/g, '').trim()
    const from = start + match.index + match[0].indexOf(words)
    if (words !== '') found.push({ words, place: { start: from, end: from + words.length }, line: lineAt(outline, from), from: 'section' })
  }
  return found
}

function dateFrom(front: Front, line: DataLine | undefined): { date: string | null; notes: AdrNote[] } {
  const inFront = front.values.get('date')
  const words = inFront?.words[0] ?? line?.words ?? ''
  const date = dateIn(words)
  if (date !== null || words.trim() === '' || isPlaceholder(words)) return { date, notes: [] }
  return { date: null, notes: [{ line: inFront?.line ?? line?.line ?? null, message: `The date “${words.slice(0, TAG_MAX)}” cannot be read; write it as 2026-03-24.` }] }
}

function tagsOf(words: readonly string[]): string[] {
  const tags = words.flatMap((one) => isPlaceholder(one) ? [] : one.split(',')).map((tag) => plainTitle(tag)).filter((tag) => tag !== '' && tag.length <= TAG_MAX)
  return [...new Set(tags)].slice(0, TAGS_MAX)
}
