import type { answerBatonLink, readBatonLink } from '#contract/handoffs.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { actAs } from '#server/platform/act.ts'
import type { Act, Visit } from '#server/platform/act.ts'
import { actorOf } from '#server/platform/auth/identify.ts'
import { readToken } from '#server/platform/auth/tokens.ts'
import { accept, giveBack, readBaton } from './baton-commands.ts'
import { askedFor, placeOfBaton, selectBatons } from './queries.ts'
import type { BatonRow } from './queries.ts'

type Opened = { act: Act; batonId: string; credentialId: string }

/** Shows the baton; looking changes nothing, so that mail scanners may follow the link. */
export async function readLink(visit: Visit, { token }: InputOf<typeof readBatonLink>): Promise<OutputOf<typeof readBatonLink>> {
  const { act, batonId } = await open(visit, token)
  return { baton: await readBaton(act, { id: batonId }), receiverName: act.actor.name, receiverZone: act.actor.zone }
}

/** Accepts, or returns with one question, as the person whom the mail went to. */
export async function answerLink(visit: Visit, { token, question }: InputOf<typeof answerBatonLink>): Promise<OutputOf<typeof answerBatonLink>> {
  const { act, batonId, credentialId } = await open(visit, token)
  const baton = question === undefined ? await accept(act, { id: batonId }) : await giveBack(act, { id: batonId, question })
  await act.tx.updateTable('credential').set({ used_at: act.now, last_used_at: act.now })
    .where('workspace_id', '=', act.actor.workspaceId).where('id', '=', credentialId).execute()
  return { baton }
}

/**
 * Acts as the receiver for as long as the baton waits for them.
 * @throws {Refusal} `not_found` for what was never a link, `link_expired`, and `link_used` once it is settled or waits for another
 */
async function open(visit: Visit, token: string): Promise<Opened> {
  const read = readToken(token)
  if (read?.kind !== 'baton') throw new Refusal('not_found', said`This link leads nowhere.`, said`Open it from the mail again; parts of it may be missing.`)
  const link = await visit.tx.selectFrom('credential').select(['id', 'person_id', 'data', 'expires_at', 'revoked_at'])
    .where('workspace_id', '=', read.workspaceId).where('secret_hash', '=', read.hash).where('kind', '=', 'baton').executeTakeFirst()
  if (!link) throw new Refusal('not_found', said`This link leads nowhere.`, said`Open it from the mail again; parts of it may be missing.`)
  const actor = await actorOf(visit.tx, read.workspaceId, link.person_id)
  const over = link.revoked_at !== null || (link.expires_at !== null && Temporal.Instant.compare(link.expires_at, visit.now) <= 0)
  const row = await selectBatons(visit.tx, read.workspaceId).where('b.id', '=', link.data['batonId'] ?? '').executeTakeFirst()
  if (over || !actor || !row || !may(actor, 'space.see', { place: placeOfBaton(read.workspaceId, row) })) {
    throw new Refusal('link_expired', said`This link does not work any more.`, said`Sign in to see what is handed to you.`)
  }
  if (!await waitsFor(visit, row, actor.personId, read.workspaceId)) throw used(row, actor.personId)
  return { act: actAs(visit.as(read.workspaceId), actor), batonId: row.id, credentialId: link.id }
}

/** Settled, or offered to another: then the link is dead. What nobody holds may still be taken by those who were asked. */
async function waitsFor(visit: Visit, row: BatonRow, personId: string, workspaceId: string): Promise<boolean> {
  if (row.state === 'unowned') return (await askedFor(visit.tx, workspaceId, row.id)).includes(personId)
  return row.receiver_id === personId && ['offered', 'returned', 'lapsed'].includes(row.state)
}

function used(row: BatonRow, personId: string): Refusal {
  const next = said`Sign in to see its history.`
  if (row.state === 'withdrawn') return new Refusal('link_used', said`The giver took this baton back.`, next)
  if (row.state !== 'accepted' && row.state !== 'done') return new Refusal('link_used', said`This baton is offered to somebody else by now.`, next)
  return new Refusal('link_used', row.receiver_id === personId ? said`You accepted this baton.` : said`Somebody else accepted this baton.`, next)
}
