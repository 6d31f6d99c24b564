import type { ImportReport } from '#domain/imports/tally.ts'
import { oneLine } from '../text/clean.ts'

/** Problems that are shown; `--json` lists all. */
const PROBLEMS_SHOWN = 200
const NUMBER = new Intl.NumberFormat('en-GB')
const count = (number: number, one: string, many = `${one}s`): string => `${NUMBER.format(number)} ${number === 1 ? one : many}`

/** What came, or would come, in sentences: by place, in all, left out, and each problem with file and line. */
export function reportWords({ dryRun, source, counts, places, left, problems }: ImportReport): string {
  const width = Math.max(0, ...places.map(({ name }) => name.length))
  const would = dryRun ? 'would come' : 'came'
  const lines = [
    ...places.map(({ name, conversations, messages, isNew }) => `  ${oneLine(name).padEnd(width)}  ${count(messages, 'message')} in ${count(conversations, 'conversation')}${isNew ? ', a new space' : ''}`),
    ...(places.length === 0 && counts.pages + counts.known > 0 ? [`${count(counts.pages, 'page')} ${would} from ${oneLine(source)}${counts.known > 0 ? `; ${count(counts.known, 'page')} ${counts.known === 1 ? 'is' : 'are'} here already` : ''}.`] : [`${count(counts.messages, 'message')} in ${count(counts.conversations, dryRun ? 'conversation' : 'new conversation')} ${would} from ${oneLine(source)}${counts.known > 0 ? `; ${count(counts.known, 'message')} ${counts.known === 1 ? 'is' : 'are'} here already` : ''}.`]),
    ...(counts.matched + counts.placeholders > 0 ? [`${count(counts.matched, 'person', 'people')} ${counts.matched === 1 ? 'is' : 'are'} here by e-mail; ${count(counts.placeholders, 'person', 'people')} ${dryRun ? 'would stand' : 'stand'} as placeholders until they come.`] : []),
    ...(counts.spaces > 0 ? [`${count(counts.spaces, 'space')} ${dryRun ? 'would be' : counts.spaces === 1 ? 'was' : 'were'} made.`] : []),
    ...left.map(({ what, count: number }) => `Left out: ${NUMBER.format(number)} ${what}.`),
    ...(problems.length > 0 ? [`${count(problems.length, 'thing')} could not be read as ${problems.length === 1 ? 'it stands' : 'they stand'}:`] : []),
    ...problems.slice(0, PROBLEMS_SHOWN).map(({ file, line, what, next }) => `  ${oneLine(file)}${line === null ? '' : `:${line}`}  ${oneLine(what)} ${oneLine(next)}`),
    ...(problems.length > PROBLEMS_SHOWN ? [`  and ${NUMBER.format(problems.length - PROBLEMS_SHOWN)} more; --json lists them all.`] : []),
    ...(dryRun ? ['Nothing was written. Leave out --dry-run to import it.'] : []),
  ]
  return `${lines.join('\n')}\n`
}
