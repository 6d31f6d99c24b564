import { ENGLISH, inWords, said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import { sql } from 'kysely'
import { makeAct, systemActor } from '../../act.ts'
import type { Act, Platform } from '../../act.ts'
import type { Db } from '../../db/schema.ts'
import { failpoint } from '../../failpoint.ts'
import { wordsFor } from '../../words.ts'
import type { ReplyAddress } from './addresses.ts'
import { messageKey, readHead } from './head.ts'
import type { MailHead } from './head.ts'
import { judge } from './judge.ts'
import type { Verdict } from './judge.ts'

/** More mails than this to one reply address within an hour are two machines that answer each other. */
const PER_HOUR_MAX = 20
/** How long a mail is kept as it came, so that nothing is lost. Unit: days. */
const RAW_DAYS = 30

/** The timer that lets a mail act, and the one that forgets it. Key and payload: the mail. */
export const ACT = 'mail-in.act'
export const FORGET = 'mail-in.forget'

export type Incoming = { envelopeFrom: string; addresses: readonly ReplyAddress[]; raw: Buffer }

/**
 * Keeps a mail with what is to become of it, once for each address and Message-ID, however many copies come to however
 * many processes. When this returns it is safe, and the sending server may be told so.
 */
export async function receive(platform: Platform, trust: string | null, { envelopeFrom, addresses, raw }: Incoming): Promise<void> {
  const now = platform.clock.now()
  const head = await readHead(raw)
  const key = messageKey(raw, head)
  await platform.db.transaction().execute(async (tx) => {
    for (const address of addresses.toSorted((a, b) => a.id - b.id)) {
      const act = makeAct(platform, { tx, actor: systemActor(address.workspaceId), now })
      const verdict = judge(head, { envelopeFrom, publicUrl: act.server.publicUrl, trust, mayWriteFrom: [address.email, ...address.alsoFrom] })
      await keep(act, { address, head, key, raw, verdict: await tooMany(act, address) ?? verdict, from: head?.from[0] ?? envelopeFrom })
    }
    await failpoint('mail_in.before_commit')
  })
  await failpoint('mail_in.after_commit')
}

/** Counted for each address, so that a loop with one machine leaves the others alone. Index: mail_in_of_address. */
async function tooMany({ tx, now }: { tx: Db; now: Temporal.Instant }, { workspaceId, id }: ReplyAddress): Promise<Verdict | null> {
  const { lately } = await tx.selectFrom('mail_in').select(sql<number>`count(*)`.as('lately')).where('workspace_id', '=', workspaceId)
    .where('reply_address_id', '=', id).where('received_at', '>', now.subtract({ hours: 1 })).executeTakeFirstOrThrow()
  return Number(lately) < PER_HOUR_MAX ? null : { verdict: 'ignore', why: `More than ${PER_HOUR_MAX} mails came to this address within an hour.` }
}

type Kept = { address: ReplyAddress; head: MailHead | null; key: string; raw: Buffer; verdict: Verdict; from: string }

async function keep(act: Act, { address, head, key, raw, verdict, from }: Kept): Promise<void> {
  const { workspaceId, personId } = address
  const takes = verdict.verdict === 'take'
  const written = await act.tx.insertInto('mail_in').values({
    workspace_id: workspaceId, id: act.newId(), reply_address_id: address.id, message_key: key, message_id: head?.messageId ?? null,
    from_address: shown(from), title: head?.title ?? '', size_bytes: raw.length, received_at: act.now, raw: takes ? raw : null,
    ...(verdict.verdict === 'take' ? { state: 'waiting', settled_at: null } : { state: verdict.verdict === 'refuse' ? 'refused' : 'ignored', outcome: inWords(verdict.why, ENGLISH), settled_at: act.now }),
  }).onConflict((row) => row.columns(['workspace_id', 'reply_address_id', 'message_key']).doNothing()).returning('id').executeTakeFirst()
  if (!written) return
  const payload = { id: written.id }
  if (takes) await act.timer({ kind: ACT, key: written.id, at: act.now, payload })
  else if (verdict.verdict === 'refuse') await tellOfStranger(act, address, { from: shown(from), why: verdict.why })
  await act.timer({ kind: FORGET, key: written.id, at: act.now.add({ hours: RAW_DAYS * 24 }), payload })
  await act.emit({ kind: 'mail-in.received', personId })
}

/** Once a day for each address. The words of that mail stay out of it: they may not be the person's. */
async function tellOfStranger(act: Act, { id, personId, email, locale }: ReplyAddress, { from, why }: { from: string; why: Said }): Promise<void> {
  const words = wordsFor(locale)
  const say = (one: Said) => inWords(one, words)
  const came = from === ''
    ? said`We got a mail to your reply address that we could not take as yours. It says that it is from nobody. ${why}`
    : said`We got a mail to your reply address that we could not take as yours. It says that it is from ${from}. ${why}`
  const then = said`If you wrote it, send it again from ${email}. If you did not, sign out everywhere but here under Settings, which also ends your reply addresses.`
  await act.send({
    eventKey: `mail-in.stranger:${id}:${act.now.toString().slice(0, 'yyyy-mm-dd'.length)}`, personId, subject: say(said`A mail to your reply address had no effect`),
    body: { text: `${say(came)}\n\n${say(then)}`, links: [{ label: say(said`Settings`), url: `${act.server.publicUrl}/settings` }] },
    reason: say(said`You get this because somebody wrote to an address that answers for you.`),
  })
}

/** Longest address there is (RFC 5321). Unit: characters. */
const ADDRESS_MAX = 254
const shown = (from: string): string => from.replace(/\p{Cc}+/gu, ' ').toWellFormed().slice(0, ADDRESS_MAX)
