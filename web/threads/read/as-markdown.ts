import type { ThreadView } from '#contract/threads.ts'
import { longDay } from '../../ui/calendar-words.ts'
import { formatClock, zoneCity } from '../../ui/format.ts'
import type { ThreadText } from './texts.ts'
import { t } from '../../ui/words.ts'

type Head = Pick<ThreadView, 'number' | 'title' | 'spaceName' | 'outcome' | 'state'>

/** A whole thread as Markdown, to take elsewhere: where it stands, then every text with its author and time in the reader's zone. */
export function asMarkdown(thread: Head, texts: readonly ThreadText[], { origin, zone }: { origin: string, zone: string }): string {
  const top = [
    `# ${thread.title}`, `[#${thread.number}](${origin}/${thread.number}) · ${thread.spaceName}`,
    ...(thread.outcome === null ? [] : [t`**Outcome:** ${thread.outcome}`]), ...(thread.state.text === '' ? [] : [t`**Where it stands:** ${thread.state.text}`]),
  ]
  return `${[...top, ...texts.filter(({ deletedAt, body }) => deletedAt === null && body !== '').map((text) => textAsMarkdown(text, zone))].join('\n\n')}\n`
}

function textAsMarkdown({ authorName, postedAt, quote, body }: ThreadText, zone: string): string {
  const at = Temporal.Instant.from(postedAt)
  const quoted = quote === null ? [] : [quote.text.split('\n').map((line) => `> ${line}`).concat('>', `> — ${quote.authorName}`).join('\n')]
  return ['---', t`**${authorName}**, ${longDay(at, zone, true)}, ${formatClock(at, zone)} in ${zoneCity(zone)}`, ...quoted, body].join('\n\n')
}
