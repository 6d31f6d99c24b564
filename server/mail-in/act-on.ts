import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { sql } from 'kysely'
import { actAs } from '#server/platform/act.ts'
import type { Act, TimerHandler } from '#server/platform/act.ts'
import { actorOf } from '#server/platform/auth/identify.ts'
import { readApart } from '#server/platform/channels/inbound/read-apart.ts'
import type { ReplyHandler } from '#server/platform/http/on.ts'
import { wordsFor } from '#server/platform/words.ts'
import { sendAnswer } from './answers.ts'
import { lockWaiting, settle } from './queries.ts'
import type { WaitingMail } from './queries.ts'

export type Replies = ReadonlyMap<string, ReplyHandler>

/** Longest reply that acts; what is longer belongs on a page. Unit: characters. */
const REPLY_MAX = 50_000

/**
 * A mail acts, in one commit with its being settled. Everything is read anew: whether its person is still here, whether
 * the reply address was ended meanwhile, and, in the handler, whether they may do this.
 */
export const actOn = (replies: Replies): TimerHandler => async (act, { id = '' }) => {
  const mail = await lockWaiting(act, id)
  if (!mail) return
  const person = await actorOf(act.tx, act.actor.workspaceId, mail.person_id)
  if (!person) return settle(act, id, 'refused', 'Its person has left.')
  const read = mail.raw && mail.revoked_at === null ? await readApart(mail.raw) : null
  try {
    const done = await atOnce(act, () => take(actAs(act, { ...person, via: 'mail' }), { mail, read, handler: replies.get(mail.subject_kind) }))
    await settle(act, id, 'done', done)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await settle(act, id, 'refused', `A rule said no (${error.code}).`)
    await sendAnswer(act, { mail, refusal: error, wrote: read?.text || read?.whole || '', words: wordsFor(person.locale) })
  }
  await act.emit({ kind: 'mail-in.settled', personId: mail.person_id })
}

type Taken = { mail: WaitingMail; read: Awaited<ReturnType<typeof readApart>>; handler: ReplyHandler | undefined }

async function take(act: Act, { mail, read, handler }: Taken): Promise<string> {
  if (mail.revoked_at !== null) throw new Refusal('link_expired', said`This reply address was ended when you signed out everywhere.`, said`Open Longhand and answer there.`)
  if (!handler) throw new Refusal('not_found', said`There is nothing to reply to here any more.`, said`Open Longhand and answer there.`)
  if (!read) throw new Refusal('cannot_be_read', said`Your mail could not be read: it is damaged, or its text is too large.`, said`Write it again as plain text, or answer in Longhand.`)
  if (read.text === '') throw new Refusal('bad_input', said`Your mail holds no words of your own beside the mail that it quotes.`, said`Write your answer above the quoted mail and send it again.`)
  if (read.text.length > REPLY_MAX) throw new Refusal('too_large', said`A reply by mail has at most ${REPLY_MAX} characters.`, said`Answer in Longhand, or attach it as a file.`)
  const { done } = await handler(act, { subjectId: mail.subject_id, text: read.text, files: read.files, messageId: mail.message_id })
  return done
}

/** Takes back what a refused reply has done so far, and keeps the transaction. */
async function atOnce<T>(act: Act, work: () => Promise<T>): Promise<T> {
  await sql`savepoint reply`.execute(act.tx)
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) await sql`rollback to savepoint reply`.execute(act.tx)
    throw error
  }
}
