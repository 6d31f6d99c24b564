import { MAIL_KINDS, MAIL_KIND_WORDS } from '#contract/mail-in.ts'
import type { MailWishes, listMailIn, setMailWish } from '#contract/mail-in.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { allow } from '#domain/policy.ts'
import { inWords } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { setWish, unwantedKinds } from '#server/platform/channels/unsubscribe.ts'
import { pageOf, readCursor } from '#server/platform/http/cursor.ts'
import { wordsOf } from '#server/platform/words.ts'
import { mailsAfter } from './queries.ts'

/** A page of mails that came in, newest first, for those who manage the workspace. */
export async function viewMailIn(act: Act, { cursor, limit, state }: InputOf<typeof listMailIn>): Promise<OutputOf<typeof listMailIn>> {
  allow(act.actor, 'workspace.manage')
  const rows = await mailsAfter(act, { after: cursor === undefined ? null : readCursor(cursor), state, limit })
  return pageOf(rows, limit, {
    keyset: (row) => ({ at: row.received_at, id: row.id }),
    item: (row) => ({
      id: row.id, personId: row.person_id, personName: row.name, about: row.subject_kind, from: row.from_address, title: row.title, sizeBytes: row.size_bytes,
      receivedAt: row.received_at.toString(), state: row.state, outcome: row.outcome,
    }),
  })
}

/** Which kinds of mail the actor gets. */
export async function viewWishes(act: Act): Promise<MailWishes> {
  const unwanted = await unwantedKinds(act.tx, act.actor.workspaceId, act.actor.personId)
  return { kinds: MAIL_KINDS.map((kind) => ({ kind, words: inWords(MAIL_KIND_WORDS[kind], wordsOf(act)), on: !unwanted.has(kind) })), replies: act.server.mailInDomain !== null }
}

export async function changeWish(act: Act, { kind, on }: InputOf<typeof setMailWish>): Promise<MailWishes> {
  const { workspaceId, personId } = act.actor
  await setWish(act.tx, { workspaceId, personId, kind }, on, act.now)
  await act.emit({ kind: 'account.changed', personId })
  return viewWishes(act)
}
