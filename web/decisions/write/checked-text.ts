import { FIELD_WORDS } from '../words.ts'
import type { Content, TextField } from '../words.ts'
import { t } from '../../ui/words.ts'

/** Where one text of the form stands in the whole that is checked. Offsets in UTF-16 units. */
type CheckedPart = { place: string, start: number, end: number }
export type CheckedText = { text: string, parts: readonly CheckedPart[] }

/** Said to whoever reads the page, by the form around the text; without it the check would miss what is wanted. */
const WANTED = t`Please take a position on this decision.`
const LATER: readonly TextField[] = ['objectionsForeseen', 'consequences', 'confirmation', 'more']

/** Where a text of the form stands, as a name: `context`, `option:option-1`, `point:point-2`, `claim:0`, `recommendation`. */
export const placeOf = {
  option: (id: string): string => `option:${id}`, point: (id: string): string => `point:${id}`, claim: (at: number): string => `claim:${at}`, recommendation: 'recommendation',
} as const

type Piece = { before: string, place: string, text: string }

/** A decision as its readers get it, for the writing check, with where each text of the form stands in it. Empty texts are left out. */
export function checkedText(content: Content): CheckedText {
  const { title, claims, options, recommendation } = content
  const heading = (words: string) => `## ${words}\n\n`
  const field = (name: TextField): Piece => ({ before: heading(FIELD_WORDS[name]), place: name, text: content[name] })
  const pieces: Piece[] = [
    field('needed'), field('context'), field('criteria'),
    ...claims.map(({ text }, at) => ({ before: '- ', place: placeOf.claim(at), text })),
    ...options.flatMap(({ id, title: name, body, tradeOffs }) => [
      { before: heading(name.trim()), place: placeOf.option(id), text: body }, ...tradeOffs.map((one) => ({ before: '- ', place: placeOf.point(one.id), text: one.text })),
    ]),
    { before: heading(t`Recommendation`), place: placeOf.recommendation, text: recommendation.why }, ...LATER.map(field),
  ]
  const parts: CheckedPart[] = []
  let text = `# ${title.trim()}\n\n${WANTED}`
  for (const piece of pieces.filter((one) => one.text.trim() !== '')) {
    const start = text.length + 2 + piece.before.length
    text = `${text}\n\n${piece.before}${piece.text}`
    parts.push({ place: piece.place, start, end: start + piece.text.length })
  }
  return { text, parts }
}

/** The text of the form in which a finding stands, and where in it; undefined for what stands between them. */
export function partAt({ parts }: Pick<CheckedText, 'parts'>, { start, end }: { start: number, end: number }): CheckedPart | undefined {
  const part = parts.find((one) => start >= one.start && start < one.end)
  return part && { place: part.place, start: start - part.start, end: Math.min(end, part.end) - part.start }
}
