import { MAIL_KINDS } from '#contract/mail-in.ts'
import type { Act, Platform } from '../act.ts'
import type { Instant } from '../clock.ts'
import { wordsFor } from '../words.ts'
import { json } from '../db/columns.ts'
import { writtenAddress } from './inbound/addresses.ts'
import type { Mail, MailSender } from './mail.ts'
import type { Claimed, Outcome, Sender } from './sender.ts'
import { stillSaid } from './still-seen.ts'
import { unsubscribeToken, unwantedKinds } from './unsubscribe.ts'

/** First wait after a failure, doubled each time up to the longest. Unit: seconds. */
const FIRST_WAIT_S = 30
const LONGEST_WAIT_S = 14_400
/** After so many failed tries a mail is given up and shown as failed. */
const TRIES_MAX = 12

const WAITS = Array.from({ length: TRIES_MAX - 1 }, (_none, before) => Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** before))

/** Mails leave one after the other, in the order in which they were due. Without a mail server they are kept to be read. */
export function mailChannel(send: MailSender | null): Sender<'mail'> {
  return {
    parallel: 1, waits: WAITS,
    async send(platform, message, { reader, now }) {
      if (await isUnwanted(platform, message)) return { state: 'dropped', error: 'Its reader wants no more mails of this kind.', ...blanked(message) }
      const { publicUrl } = platform.facts()
      const body = await stillSaid(platform.db, { workspaceId: message.workspace_id, personId: message.person_id, body: message.body, publicUrl })
      if (!body) return { state: 'dropped', error: 'Its reader may not see what it is about any more.', ...blanked(message) }
      if (!send) return { state: 'kept' }
      await send({
        to: { name: reader.name, address: reader.email }, subject: message.subject, body, messageId: message.message_id,
        reason: message.reason, publicUrl, words: wordsFor(reader.locale), ...await manners(platform, message, now),
      })
      return { state: 'sent', ...blanked(message) }
    },
  }
}

async function isUnwanted({ db }: Platform, { kind, workspace_id: workspaceId, person_id: personId }: Claimed): Promise<boolean> {
  return kind !== null && (await unwantedKinds(db, workspaceId, personId)).has(kind)
}

/** How the mail stands among others in a mail program: where a reply goes, its conversation, and how to have no more of its kind. */
async function manners({ db, facts }: Platform, message: Claimed<'mail'>, now: Instant): Promise<Pick<Mail, 'replyTo' | 'inReplyTo' | 'list'>> {
  const { workspace_id: workspaceId, person_id: personId, reply_address_id: id, in_reply_to: inReplyTo } = message
  const { mailInDomain: domain, publicUrl } = facts()
  const kind = MAIL_KINDS.find((one) => one === message.kind)
  return {
    replyTo: id === null || domain === null ? null : await writtenAddress(db, { workspaceId, id, domain, now }),
    inReplyTo,
    list: kind ? { kind, unsubscribe: `${publicUrl}/unsubscribe/${await unsubscribeToken(db, { workspaceId, personId, kind })}` } : null,
  }
}

/** Links that sign in are not kept once a mail is over; a kept mail is read in the outbox, so it keeps them. */
function blanked({ id, body }: Claimed<'mail'>): Pick<Outcome, 'note'> {
  if (!body.oneTime) return {}
  const links = body.links.map(({ label }) => ({ label, url: '' }))
  return {
    note: async ({ tx, actor }: Act) => {
      await tx.updateTable('delivery').set({ body: json({ ...body, links }) }).where('workspace_id', '=', actor.workspaceId).where('id', '=', id).execute()
    },
  }
}
