import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'
import { keyOf } from './keys.ts'
import { cleanText, plainToMarkdown } from './prose.ts'
import { dayTitle, titleOf } from './titles.ts'
import type { ImportedConversation, ImportedMessage, ImportedPlace, Piece } from './types.ts'

/** `[12:18] <nick> text`, `-bot- text`, `* nick does`, with channel and date before it where a log holds several days. */
const LINE = /^(?:(\S{1,100}) (\d{4}-\d{2}-\d{2}) )?\[(\d{1,2}):(\d{2})(?::(\d{2}))?\]\s{1,8}(?:(?:<([^>]{1,60})>|-(\S{1,60})-(?=\s))(.*)|\*\s{1,4}(\S{1,60})(.*))$/
/** Who came, went, or changed their name: the server's notices, and nobody's words. */
const NOTICE = /^(?:\S{1,100} \d{4}-\d{2}-\d{2} )?(?:\[[\d:]{4,8}\] )?(?:===|---|-!-|\*\*\*)/
const DATE_IN_NAME = /\d{4}-\d{2}-\d{2}/
/** Which message answers which: `1002 1003 -`, counting lines from 0. */
const ANSWERS = /^(\d{1,9}) (\d{1,9}) -/
/** The colours of mIRC; other signs that terminals once took are left out of every text. */
const COLOUR = new RegExp(`${String.fromCharCode(3)}(?:\\d{1,2}(?:,\\d{1,2})?)?`, 'g')
const HALF_DAY_MIN = 720
const PLACE_MAX = 80

type Spoken = { line: number; nick: string; text: string; at: string; channel: string | null; date: string }
/** @property answers the annotation file beside the log, where there is one. @property folder what the channel is called where the log does not say. @property day the date of a log that names none, YYYY-MM-DD */
export type IrcLog = { path: string; text: string; answers: string | null; folder: string; day: string | null }

/** A log: threads where an annotation says which message answers which, and one conversation a day for the rest. Times count as UTC. */
export function* ircLog(log: IrcLog): Generator<Piece> {
  const file = log.path.replace(/\.(?:raw|ascii)?\.?(?:txt|log)$/i, '')
  const lines = yield* linesOf(log)
  const threads = log.answers === null ? [] : yield* threadsOf(log, lines)
  const inThread = new Set(threads.flat().map(({ line }) => line))
  const nicks = [...new Set(lines.map(({ nick }) => nick))]
  yield { people: nicks.map((nick) => ({ key: keyOf(nick), name: nick, email: null })) }
  for (const thread of threads) yield { conversation: conversation(log, thread, { file, title: null }) }
  const days = Map.groupBy(lines.filter(({ line }) => !inThread.has(line)), ({ channel, date }) => `${channel ?? ''}/${date}`)
  for (const day of days.values()) {
    const [first] = day
    if (first) yield { conversation: conversation(log, day, { file, title: dayTitle(placeOf(log, first).name, first.date) }) }
  }
}

function* linesOf({ path, text, day }: IrcLog): Generator<Piece, Spoken[]> {
  const lines: Spoken[] = []
  let date = DATE_IN_NAME.exec(path)?.[0] ?? day
  let [before, notices] = [-1, 0]
  for (const [index, raw] of text.split('\n').entries()) {
    const found = LINE.exec(raw.replace(/\r$/, '').replace(COLOUR, ''))
    if (!found) {
      if (raw.trim() === '') continue
      if (NOTICE.test(raw)) notices += 1
      else yield problem(path, index, said`This line is neither a message nor a notice of the server.`)
      continue
    }
    const [, channel = null, ownDate, hour = '', minute = '', second = '00', speaker, bot, words, actor, act] = found
    const minutes = Number(hour) * 60 + Number(minute)
    if (ownDate === undefined && date !== null && before - minutes > HALF_DAY_MIN) date = nextDay(date)
    before = minutes
    const on = ownDate ?? date
    const at = on === null ? null : instant(`${on}T${hour.padStart(2, '0')}:${minute}:${second}Z`)
    const spoken = cleanText(words ?? act ?? '').trim()
    if (at === null || on === null) yield problem(path, index, said`Nothing says on which day this was said.`, said`Put the date into the name of the file, as in wharf-2024-05-06.log.`)
    else if (spoken === '') notices += 1
    else lines.push({ line: index, nick: (speaker ?? bot ?? actor ?? '').trim() || 'somebody', text: words === undefined ? `*${plainToMarkdown(spoken).replaceAll('*', '')}*` : plainToMarkdown(spoken), at, channel, date: on })
  }
  if (notices > 0) yield { left: said`notices of joining and leaving, and empty lines`, count: notices }
  return lines
}

/** Messages that answer one another, each group in its order, where there are at least two. */
function* threadsOf({ path, answers }: IrcLog, lines: readonly Spoken[]): Generator<Piece, Spoken[][]> {
  const above = new Map<number, number>()
  const top = (line: number): number => {
    let [at, up] = [line, above.get(line)]
    while (up !== undefined && up !== at) [at, up] = [up, above.get(up)]
    return at
  }
  const byLine = new Map(lines.map((one) => [one.line, one]))
  for (const [index, line] of (answers ?? '').split('\n').entries()) {
    if (line.trim() === '') continue
    const pair = ANSWERS.exec(line)
    if (!pair) { yield problem(path.replace(/\.(?:raw|ascii)\.txt$/i, '.annotation.txt'), index, said`This line does not say which message answers which.`); continue }
    const [from, to] = [top(Number(pair[1])), top(Number(pair[2]))]
    if (from !== to && byLine.has(Number(pair[1])) && byLine.has(Number(pair[2]))) above.set(Math.max(from, to), Math.min(from, to))
  }
  return [...Map.groupBy(lines, ({ line }) => top(line)).values()].filter((group) => group.length > 1)
}

function conversation(log: IrcLog, lines: readonly Spoken[], { file, title }: { file: string; title: string | null }): ImportedConversation {
  const [first] = lines
  if (!first) throw new Error('A conversation of nobody.')
  const place = placeOf(log, first)
  const messages = lines.map(({ line, nick, at, text }): ImportedMessage => ({ key: keyOf(`${file}#${line + 1}`), author: keyOf(nick), at, markdown: text, editedAt: null, reactions: [] }))
  return { key: keyOf(title === null ? `${file}#${first.line + 1}` : `${file}/${first.date}`), place, title: title ?? titleOf(first.text, dayTitle(place.name, first.date)), messages }
}

function placeOf({ folder }: IrcLog, { channel }: Spoken): ImportedPlace {
  const name = (channel ?? folder).replace(/^#+/, '').replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, PLACE_MAX).toWellFormed() || 'irc'
  return { key: keyOf(name), name, purpose: '' }
}

const instant = (text: string): string | null => { try { return Temporal.Instant.from(text).toString() } catch { return null } }
const nextDay = (date: string): string => { try { return Temporal.PlainDate.from(date).add({ days: 1 }).toString() } catch { return date } }
const problem = (file: string, index: number, what: Said, next = said`Look at it in the log; the rest was read.`): Piece => ({ problem: { file, line: index + 1, what, next } })
