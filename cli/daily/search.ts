import { search } from '#contract/search.ts'
import { listSearches, lookAtSearch, saveSearch } from '#contract/searches.ts'
import type { SavedSearch } from '#contract/searches.ts'
import type { Hit, SearchAnswer } from '#contract/search.ts'
import { namedTitle } from '#domain/search/named-title.ts'
import type { Command } from 'commander'
import type { Cli, Reader } from '../context.ts'
import { UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { clean, oneLine } from '../text/clean.ts'
import { pick } from '../lookup.ts'
import { fold } from '../text/columns.ts'
import { whenWords } from '../text/when.ts'

const LIMIT_DEFAULT = 10
/** Under the title, beside the number. */
const INDENT = '     '

/** `longhand search`. */
export function addSearch(program: Command, cli: Cli): void {
  const find = program.command('search').description('Finds what was written: words, a question, "a phrase", -without, from: to: in: kind: is: has: before: after: #number.').argument('[words...]', 'What you are looking for.')
    .option('--limit <count>', 'How many to show.', String(LIMIT_DEFAULT)).option('--save <name>', 'Keep it under a name.').option('--digest', 'With --save: what is new stands in your digest.')
    .option('--saved [name]', 'List what you keep, or look at one.')
  example(find, 'longhand search why do we use Valkey', 'longhand search "kind:decision is:decided cache" --json').action(async (given: string[], { limit, save, digest = false, saved }: Options) => {
    if (saved === true) return listSaved(cli)
    if (save !== undefined) return keep(cli, { name: save, q: given.join(' '), digest })
    const words = saved === undefined ? given : [await lookedAt(cli, saved)]
    if (words.length === 0) throw new UsageError('There is nothing to look for.', 'Write words, or --saved for what you keep.')
    if (!/^[1-9]\d?$/.test(limit)) throw new UsageError('--limit takes a number.', 'Say how many to show, such as --limit 20.')
    // What the shell took for one argument has lost its quotation marks; a line that ends has no word that may go on.
    const answer = await cli.call(search, { q: `${words.join(' ')} `, limit: Number(limit) })
    const reader = await cli.reader()
    await cli.print(answer, () => answerText(answer, reader, cli.terminal.width))
  })
}

type Options = { limit: string; save?: string; digest?: boolean; saved?: string | true }

async function listSaved(cli: Cli): Promise<void> {
  const list = await cli.call(listSearches, {})
  await cli.print(list, () => list.items.length === 0 ? 'You keep no searches. --save NAME keeps one.\n' : list.items.map(savedText).join(''))
}

const savedText = ({ name, q, fresh, digest }: SavedSearch): string => `${oneLine(name)}${fresh > 0 ? `, ${fresh} new` : ''}${digest ? ', in the digest' : ''}\n${INDENT}${oneLine(q)}\n`

async function keep(cli: Cli, given: { name: string; q: string; digest: boolean }): Promise<void> {
  if (given.q.trim() === '') throw new UsageError('There is nothing to keep.', 'Write the words behind the name: longhand search --save Caches cache is:decided.')
  const kept = await cli.call(saveSearch, given)
  await cli.print(kept, () => savedText(kept))
}

/** The question of a saved search, which counts as looked at from now on. */
async function lookedAt(cli: Cli, name: string): Promise<string> {
  const { items } = await cli.call(listSearches, {})
  const found = pick(name, items, { what: 'saved search', see: 'longhand search --saved' })
  await cli.call(lookAtSearch, { id: found.id })
  return found.q
}

function answerText(answer: SearchAnswer, reader: Reader, width: number): string {
  const notes = answer.understood.filter(({ problem }) => problem).map(({ text, means }) => `${oneLine(text)}: ${oneLine(means)}.\n`)
  if (answer.items.length === 0) return `${notes.join('')}Nothing was found. Fewer or other words may help.\n`
  const rest = answer.total - answer.items.length
  return `${notes.join('')}${answer.items.map((hit) => hitText(hit, reader, width)).join('\n')}${rest > 0 ? `\n${rest} more; --limit shows them.\n` : ''}`
}

function hitText({ number, kind, replyId, file, title, snippet, spaceName, authorName, at, state }: Hit, reader: Reader, width: number): string {
  const words = (pieces: Hit['snippet']) => pieces.map(({ text }) => text).join('')
  const where = [`${file === null ? '' : `${file.name}, in `}${replyId === null ? kind : `reply in ${kind}`}${state === null ? '' : `, ${state.replaceAll(/[-_]/g, ' ')}`}`, authorName, spaceName, whenWords(Temporal.Instant.from(at), reader.now, reader.zone)].map(oneLine).join(' · ')
  const said = clean(words(snippet)).trim()
  return `#${number}  ${oneLine(words(namedTitle(kind, title)))}\n${INDENT}${where}\n${said === '' ? '' : `${fold(said, width, INDENT)}\n`}`
}
