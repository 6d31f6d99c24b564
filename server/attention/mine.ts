import type { readBalance } from '#contract/attention.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { focusSpans } from '#domain/attention/focus.ts'
import { countFor, spelt } from '#domain/brief/count-words.ts'
import { clipSpan, minutesIn } from '#domain/time/spans.ts'
import { amount, inWords, said } from '#domain/words/said.ts'
import type { Words } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { readerOf } from './readers.ts'

/**
 * What reached the actor in some days of their own zone, for them alone: no other person's week can be asked for.
 * Index: attention_batch_of_person.
 */
export async function viewMine(act: Act, { from, days }: InputOf<typeof readBalance>): Promise<OutputOf<typeof readBalance>> {
  const { workspaceId, personId, zone } = act.actor
  const first = Temporal.PlainDate.from(from)
  const span = { start: first.toZonedDateTime(zone).toInstant(), end: first.add({ days }).toZonedDateTime(zone).toInstant() }
  const [batches, settled, reader] = await Promise.all([
    act.tx.selectFrom('attention_batch').select(['kind', 'items', 'urgent', 'in_focus', 'off_hours']).where('workspace_id', '=', workspaceId).where('person_id', '=', personId)
      .where('at', '>=', span.start).where('at', '<', span.end).execute(),
    act.tx.selectFrom('attention_item').select((of) => ['state', of.fn.countAll<number>().as('count')]).where('workspace_id', '=', workspaceId).where('person_id', '=', personId)
      .where('settled_at', '>=', span.start).where('settled_at', '<', span.end).groupBy('state').execute(),
    readerOf(act, personId),
  ])
  const count = (state: string) => Number(settled.find((row) => row.state === state)?.count ?? 0)
  const interruptions = batches.filter((batch) => !batch.urgent && (batch.in_focus || (batch.off_hours && batch.kind !== 'digest'))).length
  const urgent = batches.filter((batch) => batch.urgent).length
  const delivered = batches.filter((batch) => batch.kind === 'window' || batch.kind === 'focus_end').length
  const now = Temporal.Instant.compare(act.now, span.end) < 0 ? act.now : span.end
  const kept = focusSpans(reader.focus, reader.calendar, span.start, now).map((focus) => clipSpan(focus, { start: span.start, end: now })).filter((focus) => focus !== null)
  return {
    interruptions, urgent, batches: delivered, items: batches.reduce((sum, batch) => sum + batch.items, 0), digests: batches.filter((batch) => batch.kind === 'digest').length,
    readMeanwhile: count('read'), withdrawn: count('withdrawn'), focusMinutesKept: Math.round(kept.reduce((sum, focus) => sum + minutesIn(focus), 0)),
    sentence: reached({ delivered, urgent, interruptions }, wordsOf(act)),
  }
}

/** @example 'Two batches and one urgent ask reached you; nothing else interrupted you.' */
function reached({ delivered, urgent, interruptions }: { delivered: number; urgent: number; interruptions: number }, words: Words): string {
  const batches = spelt(amount(delivered, 'batch', 'batches'), words)
  const asks = spelt(amount(urgent, 'urgent ask'), words)
  const rest = interruptions === 0 ? said`nothing else interrupted you` : said`${countFor(interruptions, words)} came when it should not have`
  return capital(inWords(said`${batches} and ${asks} reached you; ${rest}.`, words))
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
