import { ENGLISH, amount, inWords, said, sentenceFor } from '../words/said.ts'
import type { Amount, Said, SaidValue, Words } from '../words/said.ts'
import type { ImportReport } from './tally.ts'

/** In figures, since they are compared: `9,494 messages`, `1 page`. */
function figures({ count, one, many }: Amount, words: Words): string {
  const [single, several] = sentenceFor(`${one}|${many}`, words).split('|')
  return `${inWords(count, words)} ${(count === 1 ? single : several) ?? many}`
}

/** One place of the source, as a line: `3,116 messages in 246 conversations, a new space`. */
export function placeWords({ conversations, messages, isNew }: ImportReport['places'][number], words: Words = ENGLISH): string {
  const [what, where] = [figures(amount(messages, 'message'), words), figures(amount(conversations, 'conversation'), words)]
  return inWords(isNew ? said`${what} in ${where}, a new space` : said`${what} in ${where}`, words)
}

type Report = Omit<ImportReport, 'name'>

/** What came, or would come, in all: one sentence a line. */
export const reportSentences = (report: Report, words: Words = ENGLISH): string[] => {
  const { counts, folders = 0, left, problems } = report
  return [
    cameSentence(report, words),
    ...(counts.pages > 0 && folders > 0 ? [folders === 1 ? said`One of these pages is a folder, under which its files stand.` : said`${folders} of these pages are folders, under which their files stand.`] : []),
    ...(counts.matched + counts.placeholders > 0 ? [peopleSentence(report, words)] : []),
    ...(counts.spaces > 0 ? [spacesSentence(report, words)] : []),
    ...left.map(({ what: kind, count }) => said`Left out: ${count} ${kind}.`),
    ...(problems.length > 0 ? [problemsSentence(report, words)] : []),
  ].map((one) => inWords(one, words))
}

/** What a folder of pages is known by is its name behind a word of ours. */
const MARKDOWN = /^markdown:/

function cameSentence({ dryRun, source: from, counts, places }: Report, words: Words): Said {
  const source = from.replace(MARKDOWN, '')
  const pages = places.length === 0 && counts.pages + counts.known > 0
  const conversations = dryRun ? amount(counts.conversations, 'conversation') : amount(counts.conversations, 'new conversation')
  const what = pages ? figures(amount(counts.pages, 'page'), words) : said`${figures(amount(counts.messages, 'message'), words)} in ${figures(conversations, words)}`
  const here = hereWords(counts.known, figures(pages ? amount(counts.known, 'page') : amount(counts.known, 'message'), words))
  return dryRun ? said`${what} would come from ${source}${here}.` : said`${what} came from ${source}${here}.`
}

const hereWords = (known: number, what: string): SaidValue => known === 0 ? '' : known === 1 ? said`; ${what} is here already` : said`; ${what} are here already`

function peopleSentence({ dryRun, counts: { matched, placeholders } }: Report, words: Words): Said {
  const [some, others] = [figures(amount(matched, 'person', 'people'), words), figures(amount(placeholders, 'person', 'people'), words)]
  const known = matched === 1 ? said`${some} is here by e-mail` : said`${some} are here by e-mail`
  if (placeholders === 1) return dryRun ? said`${known}; ${others} would stand as a placeholder until they come.` : said`${known}; ${others} stands as a placeholder until they come.`
  return dryRun ? said`${known}; ${others} would stand as placeholders until they come.` : said`${known}; ${others} stand as placeholders until they come.`
}

function spacesSentence({ dryRun, counts: { spaces } }: Report, words: Words): Said {
  const some = figures(amount(spaces, 'space'), words)
  if (dryRun) return said`${some} would be made.`
  return spaces === 1 ? said`${some} was made.` : said`${some} were made.`
}

function problemsSentence({ dryRun, problems: { length: count } }: Report, words: Words): Said {
  const some = figures(amount(count, 'thing'), words)
  const rest = dryRun ? '' : said`; the rest is here`
  return count === 1 ? said`${some} could not be read as it stands${rest}.` : said`${some} could not be read as they stand${rest}.`
}

/** Where a problem stands: `wharf/2019-05-06.json:49`. */
export const problemPlace = ({ file, line }: { file: string; line: number | null }): string => line === null ? file : `${file}:${line}`
