import type { ThreadText } from './texts.ts'
import { capital, counted } from '../../ui/format.ts'
import { t } from '../../ui/words.ts'

const VIA: Partial<Record<ThreadText['via'], string>> = { mail: t`by mail`, cli: t`from the command line`, mcp: t`by a program`, api: t`by a program` }

/** What is said beside the author and the time: what it speaks to, where it came from. */
export function aboutWords({ kind, askNumber, via }: Pick<ThreadText, 'kind' | 'askNumber' | 'via'>): string[] {
  return [askNumber === null ? KIND[kind] : kindAbout(kind, `#${askNumber}`), VIA[via]].filter((word) => word !== undefined)
}

const KIND: Partial<Record<ThreadText['kind'], string>> = {
  'answer': t`answers`, 'question-back': t`asks back on`, 'clarification': t`clarifies`, 'addition': t`adds to`, 'outcome': t`the outcome`, 'split': t`moved on`,
}

function kindAbout(kind: ThreadText['kind'], ask: string): string | undefined {
  switch (kind) {
    case 'reply': return t`on ${ask}¦ask`
    case 'answer': return t`answers ${ask}`
    case 'question-back': return t`asks back on ${ask}`
    case 'clarification': return t`clarifies ${ask}`
    case 'addition': return t`adds to ${ask}`
    default: return KIND[kind]
  }
}

/** What readers said about a text, for its author alone. */
export function marksWords(marks: ThreadText['marks']): string | undefined {
  if (!marks) return undefined
  const parts = [
    marks.tooLong > 0 && t`${counted(marks.tooLong, 'reader')} found it too long`, marks.missingContext > 0 && t`${counted(marks.missingContext, 'reader')} missed context`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? undefined : t`${capital(parts.join('; '))}. Only you see this.`
}

/** A text's beginning, to name it by: for labels and titles. Unit of `most`: characters. */
export function firstWords(body: string, most = 60): string {
  const line = body.replace(/^[>#\-*\s]+/, '').split('\n')[0]?.trim() ?? ''
  return line.length <= most ? line : `${line.slice(0, line.lastIndexOf(' ', most) + 1 || most).trimEnd()} …`
}

/** Above the first text that is new to the reader. */
export const newWords = (count: number): string => t`${capital(counted(count, 'text'))} new since you read this`

/** Longest quote that goes with a reply. Unit: characters. */
const QUOTE_MAX = 2000

/** What is quoted: what was selected, else the whole text, as far as a quote goes. */
export const quoteFrom = (body: string, selected: string): string => (selected.trim() || body.trim()).slice(0, QUOTE_MAX)
