import { mailOf } from '#server/platform/channels/inbound/mails.test-kit.ts'
import type { TestMail } from '#server/platform/channels/inbound/mails.test-kit.ts'
import type { Mail } from '#server/platform/channels/mail.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import nodemailer from 'nodemailer'

export type Sent = TestMail & { to: string; envelopeFrom?: string; raw?: string; lmtp?: boolean }

/** What the server answered: `taken`, or the code and words of its refusal. */
export async function sendMail(app: TestApp, { envelopeFrom = 'kenji@example.com', raw, lmtp = false, to, ...mail }: Sent): Promise<string> {
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: app.app.mailInPort ?? 0, lmtp, ignoreTLS: true })
  const text = raw ?? mailOf({ from: 'Kenji <kenji@example.com>', to, ...mail })
  return transport.sendMail({ envelope: { from: envelopeFrom, to: to.split(',') }, raw: text })
    .then(({ rejected }) => rejected.length === 0 ? 'taken' : 'rejected', (error: unknown) => String((error as { response?: unknown }).response ?? error))
    .finally(() => transport.close())
}

/** Where a reply to the newest mail of somebody goes. */
export function replyAddressIn(mail: Mail | undefined): string {
  if (!mail?.replyTo) throw new Error('No reply to this mail does anything.')
  return mail.replyTo
}

/** Lets what came in act. */
export const settle = (app: TestApp): Promise<void> => app.app.worker.runDue()

/** What came in, newest last. */
export const cameIn = async (app: TestApp) => (await app.asSystem((act) => act.tx.selectFrom('mail_in').select(['state', 'outcome', 'from_address', 'raw', 'id'])
  .where('workspace_id', '=', act.actor.workspaceId).orderBy('id').execute()))
