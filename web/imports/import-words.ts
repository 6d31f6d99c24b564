import type { ImportRun, Placeholder } from '#contract/imports.ts'
import { sentenceFor } from '#domain/words/said.ts'
import { locale, spoken } from '../ui/spoken.ts'
import { heard, t } from '../ui/words.ts'

const KINDS: Record<ImportRun['kind'], string> = { slack: t`Slack`, mbox: t`mail¦what was imported`, zulip: t`Zulip`, irc: 'IRC', markdown: t`Markdown` }

type Counted = Pick<ImportRun, 'kind' | 'state' | 'counts' | 'problemCount'>

/** `9,494 messages in 890 conversations from Slack; 3 things could not be read.` */
export function runWords(run: Counted): string {
  const { state, problemCount } = run
  const rest = [knownWords(run), problemCount > 0 && t`${amount(problemCount, 'thing')} could not be read`, state === 'running' && t`it was not finished: the same import goes on`].filter((part) => part !== false)
  return `${[broughtWords(run), ...rest].join('; ')}.`
}

function broughtWords({ kind, counts: { messages, conversations, pages } }: Counted): string {
  if (messages + pages === 0) return t`Nothing new from ${KINDS[kind]}`
  return kind === 'markdown' ? t`${amount(pages, 'page')} from ${KINDS[kind]}` : t`${amount(messages, 'message')} in ${amount(conversations, 'conversation')} from ${KINDS[kind]}`
}

function knownWords({ kind, counts: { known } }: Counted): string | false {
  const what = kind === 'markdown' ? amount(known, 'page') : amount(known, 'message')
  return known > 0 && (known === 1 ? t`${what} was here already` : t`${what} were here already`)
}

type TakenBack = { taken: number, replies: number, stayCount: number }

/** What would go, or went, and how much stays: `890 entries and 1 reply would go; 2 entries stay.` */
export function takenWords({ taken, replies, stayCount }: TakenBack, done: boolean): string {
  const entries = amount(taken, 'entry', 'entries')
  const what = replies > 0 ? t`${entries} and ${amount(replies, 'reply', 'replies')}` : entries
  const goes = done ? t`Taken back: ${what}` : t`This would go: ${what}`
  return `${[goes, ...(stayCount > 0 ? [t`this stays, since somebody built on it: ${amount(stayCount, 'entry', 'entries')}`] : [])].join('; ')}.`
}

/** Why something stays, as the server says it, in the reader's language. */
export const stayWords = (why: string): string => heard(why)

/** `9,494 messages`, `1 page`: in figures, since there may be thousands. */
function amount(count: number, one: string, many = `${one}s`): string {
  const [single, several] = sentenceFor(`${one}|${many}`, spoken()).split('|')
  return `${count.toLocaleString(locale())} ${(count === 1 ? single : several) ?? many}`
}

/** `Named by slack:T1 · wrote 12 texts` */
export const placeholderWords = ({ source, texts, email }: Placeholder): string => [t`Named by ${source}`, email, t`wrote ${amount(texts, 'text')}`].filter((part) => part !== null).join(' · ')
