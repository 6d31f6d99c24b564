import type { ImportRun, Placeholder } from '#contract/imports.ts'
import { amount } from '#domain/imports/report-words.ts'
import { t } from '../ui/words.ts'

const KINDS: Record<ImportRun['kind'], string> = { slack: t`Slack`, mbox: 'mail', zulip: t`Zulip`, irc: 'IRC', markdown: t`Markdown` }

/** `9,494 messages in 890 conversations from Slack; 3 things could not be read.` */
export function runWords({ kind, state, counts, problemCount }: Pick<ImportRun, 'kind' | 'state' | 'counts' | 'problemCount'>): string {
  const brought = kind === 'markdown' ? amount(counts.pages, 'page') : `${amount(counts.messages, 'message')} in ${amount(counts.conversations, 'conversation')}`
  const nothing = counts.messages + counts.pages === 0
  const first = nothing ? t`Nothing new from ${KINDS[kind]}` : `${brought} from ${KINDS[kind]}`
  const rest = [counts.known > 0 && t`${amount(counts.known, kind === 'markdown' ? t`page was` : t`message was`, kind === 'markdown' ? t`pages were` : t`messages were`)} here already`, problemCount > 0 && t`${amount(problemCount, 'thing')} could not be read`, state === 'running' && t`it was not finished: the same import goes on`].filter((part) => part !== false)
  return `${[first, ...rest].join('; ')}.`
}

/** `Named by slack:T1 · wrote 12 texts` */
export const placeholderWords = ({ source, texts, email }: Placeholder): string => [t`Named by ${source}`, email, `wrote ${amount(texts, 'text')}`].filter((part) => part !== null).join(' · ')
