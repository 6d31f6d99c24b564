import type { readDelivery } from '#contract/attention.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { planFromJson } from '#domain/attention/types.ts'
import { reasonWords } from '#domain/attention/reason-words.ts'
import { entryByNumber } from '#server/entries/public.ts'
import { inWords, said } from '#domain/words/said.ts'
import { namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'

/** Most readers of one text that are told of. */
const MANY = 500

/**
 * When each reader is told of an entry, or of one reply, and why then: all readers for who wrote it, one's own line for
 * everybody else. Index: attention_item_subject.
 */
export async function viewDelivery(act: Act, { number, replyId }: InputOf<typeof readDelivery>): Promise<OutputOf<typeof readDelivery>> {
  const entry = await entryByNumber(act, number)
  const { workspaceId, personId } = act.actor
  const rows = await act.tx.selectFrom('attention_item').select(['person_id', 'author_id', 'plan', 'state', 'deliver_at', 'settled_at', 'settled_reason'])
    .where('workspace_id', '=', workspaceId).where('subject_id', '=', replyId ?? entry.id).where('conversation_id', '=', entry.id)
    .where((is) => is.or([is('author_id', '=', personId), is('person_id', '=', personId)])).orderBy('deliver_at').orderBy('id').limit(MANY).execute()
  const names = await namesOf(act, rows.map((row) => row.person_id))
  const words = wordsOf(act)
  return {
    readers: rows.map((row) => {
      const plan = planFromJson(row.plan)
      const person = { name: names.get(row.person_id)?.name ?? '', zone: names.get(row.person_id)?.zone ?? 'UTC' }
      const settled = row.settled_at !== null && row.state !== 'waiting'
      const side = row.person_id === personId ? 'reader' : 'sender'
      return {
        personId: row.person_id, ...person, state: row.state, at: (settled ? row.settled_at : row.deliver_at)?.toString() ?? null, rule: plan.reason.code,
        sentence: row.state === 'read' ? inWords(said`${person.name} had read it before it was due.`, words) : reasonWords(plan, person, { side, zone: act.actor.zone, now: act.now, words }),
      }
    }),
  }
}
