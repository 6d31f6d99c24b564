import { createHash } from 'node:crypto'
import type { dismissFinding, DismissalView, listDismissals, textSent } from '#contract/writing.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Finding, RuleName } from '#domain/writing/types.ts'
import type { Act } from '#server/platform/act.ts'
import { pageOf, readCursor } from '#server/platform/http/cursor.ts'

/** As much of the words as a list shows. Unit: characters. */
const SAID_MAX = 300

/** Spaces and line ends may move while somebody writes on; the words stay the same. */
const plain = (words: string): string => words.replace(/\s+/g, ' ').trim()
const hashOf = (said: string): Buffer => createHash('sha256').update(plain(said)).digest()

function mine({ tx, actor: { workspaceId, personId } }: Pick<Act, 'tx' | 'actor'>) {
  return tx.selectFrom('writing_dismissal').select(['id', 'place', 'rule', 'message', 'said', 'said_hash', 'reason', 'at', 'over_at'])
    .where('workspace_id', '=', workspaceId).where('person_id', '=', personId)
}
type Row = Awaited<ReturnType<ReturnType<typeof mine>['executeTakeFirstOrThrow']>>

const view = ({ id, place, rule, message, said, reason, at, over_at }: Row): DismissalView => ({ id, place, rule, message, said, reason, at: at.toString(), holds: over_at === null })

/** Sets a finding aside for its text. Said again, the newer reason holds. */
export async function dismiss(act: Act, { place, rule, said, message, reason }: InputOf<typeof dismissFinding>): Promise<DismissalView> {
  const { workspaceId, personId } = act.actor
  const why = { message, reason, at: act.now }
  const row = await act.tx.insertInto('writing_dismissal').values({
    workspace_id: workspaceId, id: act.newId(), person_id: personId, place, rule, said: shortened(plain(said)), said_hash: hashOf(said), over_at: null, ...why,
  }).onConflict((on) => on.columns(['workspace_id', 'person_id', 'place', 'rule', 'said_hash']).where('over_at', 'is', null).doUpdateSet(why))
    .returning(['id', 'place', 'rule', 'message', 'said', 'said_hash', 'reason', 'at', 'over_at']).executeTakeFirstOrThrow()
  return view(row)
}

const shortened = (words: string): string => words.length > SAID_MAX ? `${words.slice(0, SAID_MAX - 1).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…` : words

/** Findings without those that the actor set aside in the text of this page. Index: writing_dismissal_once. */
export async function withoutDismissed(act: Act, { place, text }: { place: string; text: string }, findings: readonly Finding[]): Promise<Finding[]> {
  if (findings.length === 0) return []
  const rows = await mine(act).where('place', '=', place).where('over_at', 'is', null).execute()
  const aside = new Set(rows.map((row) => nameOf(row.rule, row.said_hash)))
  return findings.filter(({ rule, start, end }) => !aside.has(nameOf(rule, hashOf(text.slice(start, end)))))
}

const nameOf = (rule: RuleName, hash: Buffer): string => `${rule} ${hash.toString('hex')}`

/** What the actor set aside, newest first. There is no way to ask for anybody else's. Index: writing_dismissal_of. */
export async function list(act: Act, { cursor, limit }: InputOf<typeof listDismissals>): Promise<OutputOf<typeof listDismissals>> {
  const after = cursor === undefined ? null : readCursor(cursor)
  let query = mine(act)
  if (after) query = query.where((is) => is(is.refTuple('at', 'id'), '<', is.tuple(after.at, after.id)))
  const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit + 1).execute()
  return pageOf(rows, limit, { keyset: (row) => ({ at: row.at, id: row.id }), item: view })
}

/** @throws {Refusal} `not_found` for anything but one of the actor's own */
export async function forget(act: Act, { id }: { id: string }): Promise<{ ok: true }> {
  const { workspaceId, personId } = act.actor
  const gone = await act.tx.deleteFrom('writing_dismissal').where('workspace_id', '=', workspaceId).where('person_id', '=', personId).where('id', '=', id).returning('id').executeTakeFirst()
  if (!gone) throw new Refusal('not_found', said`There is no such note that you set aside.`, said`Read the list again; it may be gone already.`)
  return { ok: true }
}

/** The text is sent; what was set aside in it stays in the list and no longer holds. */
export async function sent(act: Act, { place }: InputOf<typeof textSent>): Promise<{ ok: true }> {
  await act.tx.updateTable('writing_dismissal').set({ over_at: act.now }).where('workspace_id', '=', act.actor.workspaceId).where('person_id', '=', act.actor.personId)
    .where('place', '=', place).where('over_at', 'is', null).execute()
  return { ok: true }
}
