import type { ImportReport } from './tally.ts'

const NUMBER = new Intl.NumberFormat('en-GB')
/** `9,494 messages`, `1 page`. */
const amount = (number: number, one: string, many = `${one}s`): string => `${NUMBER.format(number)} ${number === 1 ? one : many}`

/** One place of the source, as a line: `3,116 messages in 246 conversations, a new space`. */
export const placeWords = ({ conversations, messages, isNew }: ImportReport['places'][number]): string =>
  `${amount(messages, 'message')} in ${amount(conversations, 'conversation')}${isNew ? ', a new space' : ''}`

/** What came, or would come, in all: one sentence a line. */
export function reportSentences({ dryRun, source, counts, places, left, problems }: Omit<ImportReport, 'name'>): string[] {
  const would = dryRun ? 'would come' : 'came'
  const thing = places.length === 0 && counts.pages + counts.known > 0 ? 'page' : 'message'
  const what = thing === 'page' ? amount(counts.pages, 'page') : `${amount(counts.messages, 'message')} in ${amount(counts.conversations, dryRun ? 'conversation' : 'new conversation')}`
  const here = counts.known > 0 ? `; ${amount(counts.known, thing)} ${counts.known === 1 ? 'is' : 'are'} here already` : ''
  return [
    `${what} ${would} from ${source}${here}.`,
    ...(counts.matched + counts.placeholders > 0 ? [`${amount(counts.matched, 'person', 'people')} ${counts.matched === 1 ? 'is' : 'are'} here by e-mail; ${amount(counts.placeholders, 'person', 'people')} ${dryRun ? 'would stand' : counts.placeholders === 1 ? 'stands' : 'stand'} as ${counts.placeholders === 1 ? 'a placeholder' : 'placeholders'} until they come.`] : []),
    ...(counts.spaces > 0 ? [`${amount(counts.spaces, 'space')} ${dryRun ? 'would be' : counts.spaces === 1 ? 'was' : 'were'} made.`] : []),
    ...left.map(({ what: kind, count }) => `Left out: ${NUMBER.format(count)} ${kind}.`),
    ...(problems.length > 0 ? [`${amount(problems.length, 'thing')} could not be read as ${problems.length === 1 ? 'it stands' : 'they stand'}${dryRun ? '' : '; the rest is here'}.`] : []),
  ]
}

/** Where a problem stands: `wharf/2019-05-06.json:49`. */
export const problemPlace = ({ file, line }: { file: string; line: number | null }): string => line === null ? file : `${file}:${line}`
