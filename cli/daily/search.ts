import { search } from '#contract/search.ts'
import type { Hit, SearchAnswer } from '#contract/search.ts'
import type { Command } from 'commander'
import type { Cli, Reader } from '../context.ts'
import { UsageError } from '../errors.ts'
import { example } from '../help.ts'
import { clean, oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import { whenWords } from '../text/when.ts'

const LIMIT_DEFAULT = 10
/** Under the title, beside the number. */
const INDENT = '     '

/** `longhand search`. */
export function addSearch(program: Command, cli: Cli): void {
  const find = program.command('search').description('Finds what was written: words, a question, "a phrase", -without, from: to: in: kind: is: has: before: after: #number.').argument('<words...>', 'What you are looking for.')
    .option('--limit <count>', 'How many to show.', String(LIMIT_DEFAULT))
  example(find, 'longhand search why do we use Valkey', 'longhand search "kind:decision is:decided cache" --json').action(async (words: string[], { limit }: { limit: string }) => {
    if (!/^[1-9]\d?$/.test(limit)) throw new UsageError('--limit takes a number.', 'Say how many to show, such as --limit 20.')
    // What the shell took for one argument has lost its quotation marks; a line that ends has no word that may go on.
    const answer = await cli.call(search, { q: `${words.join(' ')} `, limit: Number(limit) })
    const reader = await cli.reader()
    await cli.print(answer, () => answerText(answer, reader, cli.terminal.width))
  })
}

function answerText(answer: SearchAnswer, reader: Reader, width: number): string {
  const notes = answer.understood.filter(({ problem }) => problem).map(({ text, means }) => `${oneLine(text)}: ${oneLine(means)}.\n`)
  if (answer.items.length === 0) return `${notes.join('')}Nothing was found. Fewer or other words may help.\n`
  const rest = answer.total - answer.items.length
  return `${notes.join('')}${answer.items.map((hit) => hitText(hit, reader, width)).join('\n')}${rest > 0 ? `\n${rest} more; --limit shows them.\n` : ''}`
}

function hitText({ number, kind, replyId, title, snippet, spaceName, authorName, at, state }: Hit, reader: Reader, width: number): string {
  const words = (pieces: Hit['snippet']) => pieces.map(({ text }) => text).join('')
  const where = [`${replyId === null ? kind : `reply in ${kind}`}${state === null ? '' : `, ${state.replaceAll(/[-_]/g, ' ')}`}`, authorName, spaceName, whenWords(Temporal.Instant.from(at), reader.now, reader.zone)].map(oneLine).join(' · ')
  const said = clean(words(snippet)).trim()
  return `#${number}  ${oneLine(words(title))}\n${INDENT}${where}\n${said === '' ? '' : `${fold(said, width, INDENT)}\n`}`
}
