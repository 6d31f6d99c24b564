import { ask } from '#contract/answers.ts'
import type { Answer, PreparedAsk, Quote } from '#contract/answers.ts'
import { namedTitle } from '#domain/search/named-title.ts'
import type { Cli, Reader } from '../context.ts'
import { clean, oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import { whenWords } from '../text/when.ts'

const INDENT = '     '

/** What `longhand answer` says to a question: passages with their sources, whom to ask, or why it is not asked. */
export async function askRecord(cli: Cli, question: string): Promise<void> {
  const answer = await cli.call(ask, { q: question })
  const reader = await cli.reader()
  await cli.print(answer, () => answerText(answer, { reader, width: cli.terminal.width, base: cli.url() }))
}

type Shown = { reader: Reader; width: number; base: string }

function answerText({ sentence, quotes, draft, ask: prepared, refused }: Answer, shown: Shown): string {
  const { width } = shown
  const drafted = draft ? `${fold(`${clean(draft.text)} (${oneLine(draft.by)}, from ${draft.sources.map((number) => `#${number}`).join(', ')})`, width)}\n\n` : ''
  return `${drafted}${fold(clean(sentence), width)}\n${quotes.map((quote) => `\n${quoteText(quote, shown)}`).join('')}${refused ? `${fold(clean(refused.next), width)}\n` : ''}${prepared ? `\n${askText(prepared, shown)}` : ''}`
}

function quoteText({ number, kind, title, replyId, headings, text, authorName, spaceName, at, standing }: Quote, { reader, width }: Shown): string {
  const where = [replyId === null ? kind : `reply in ${kind}`, authorName, spaceName, whenWords(Temporal.Instant.from(at), reader.now, reader.zone)].map(oneLine).join(' · ')
  const under = headings.length === 0 ? '' : `${INDENT}${oneLine(headings.join(' › '))}\n`
  const said = clean(text).trim().split('\n').map((line) => line.trim() === '' ? `${INDENT}│` : fold(line, width, `${INDENT}│ `)).join('\n')
  return `#${number}  ${oneLine(namedTitle(kind, [{ text: title }]).map((piece) => piece.text).join(''))}\n${INDENT}${where}\n${INDENT}${oneLine(standing)}\n${under}${said}\n`
}

function askText({ to, why, title, path }: PreparedAsk, { base, width }: Shown): string {
  const command = to ? `longhand ask ${quoted(to.name)} ${quoted(title)}` : null
  return `${fold(clean(why), width)}\n${command ? `To ask:  ${oneLine(command)}\n` : ''}The form: ${base}${path}\n`
}

/** As a shell takes it: whole, whatever stands in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`
