import type { MailSender } from './mail.ts'
import type { Sender } from './sender.ts'

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
    async send(platform, message, { reader }) {
      if (!send) return { state: 'kept' }
      await send({
        to: { name: reader.name, address: reader.email }, subject: message.subject, body: message.body, messageId: message.message_id,
        reason: message.reason, publicUrl: platform.facts().publicUrl,
      })
      return { state: 'sent' }
    },
  }
}
