import type { listThreads, readThread } from '#contract/threads.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { Reader } from '../context.ts'
import { clean, oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'
import { whenWords } from '../text/when.ts'
import type { Terminal } from '../terminal.ts'

type Setting = Pick<Terminal, 'colors' | 'width'>
type Thread = OutputOf<typeof readThread>

const INDENT = '      '
const more = (next: string | null): string => next === null ? '' : `There is more: add --cursor ${next}\n`
const when = (at: string, { now, zone }: Reader): string => whenWords(Temporal.Instant.from(at), now, zone)
const counted = (count: number, one: string, many: string): string => count === 1 ? `one ${one}` : `${count} ${many}`

/** Threads one below the other: where each stands, who began it, and what of it is new. */
export function threadsText({ items, next }: OutputOf<typeof listThreads>, reader: Reader, { colors, width }: Setting): string {
  if (items.length === 0) return 'No threads.\n'
  return items.map((thread) => {
    const parts = [oneLine(thread.spaceName), oneLine(thread.authorName), counted(thread.replies, 'reply', 'replies'), ...thread.unread > 0 ? [`${thread.unread} unread`] : [], when(thread.activeAt, reader)]
    return [
      fold(`#${thread.number}  ${oneLine(thread.title)}`, width), colors.dim(fold(parts.join(', '), width, INDENT)),
      ...standing(thread, width, INDENT), '',
    ].join('\n')
  }).join('') + more(next)
}

function standing({ resolved, outcome, currentState }: Pick<Thread, 'resolved' | 'outcome' | 'currentState'>, width: number, indent: string): string[] {
  if (resolved) return [fold(`Resolved: ${oneLine(outcome ?? '')}`, width, indent)]
  return currentState === '' ? [] : [fold(`Where it stands: ${oneLine(currentState)}`, width, indent)]
}

/** A thread to read: its opening and its replies, each with who wrote it when. `begins` where the opening is wanted. */
export function threadText(thread: Thread, reader: Reader, { colors, width, begins }: Setting & { begins: boolean }): string {
  const said = (who: string, at: string, body: string) => `${colors.dim(`${oneLine(who)}, ${when(at, reader)}`)}\n${fold(clean(body).trimEnd(), width, '  ')}\n`
  const opening = begins && thread.body !== '' ? [said(thread.authorName, thread.publishedAt, thread.body)] : []
  const replies = thread.items.map(({ authorName, postedAt, deletedAt, quote, body }) =>
    said(authorName, postedAt, deletedAt === null ? `${quote === null ? '' : `${quote.text.replaceAll(/^/gm, '> ')}\n`}${body}` : 'Deleted.'))
  const head = [colors.bold(fold(`#${thread.number}  ${oneLine(thread.title)}`, width)), colors.dim(`${oneLine(thread.spaceName)}, ${oneLine(thread.authorName)}, ${when(thread.publishedAt, reader)}`), ...standing(thread, width, '')]
  return `${[`${head.join('\n')}\n`, ...opening, ...replies].join('\n')}${more(thread.next)}`
}
