import { broken, fine, look } from '#domain/status/finding.ts'
import type { Finding } from '#domain/status/finding.ts'
import nodemailer from 'nodemailer'
import type { Config } from '../config.ts'

/** How long a mail server is waited for. Unit: ms. */
const PATIENCE = { connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 5000, dnsTimeout: 5000 }

/** Greets the mail server and signs in, as for a mail, and sends none. */
export async function lookAtMail({ smtp }: Pick<Config, 'smtp'>): Promise<Finding> {
  const [id, about] = ['mail.reached', 'Mail server'] as const
  if (!smtp) return look(id, about, 'No mail server is set, so mails are kept in the outbox.', 'Set SMTP_URL and MAIL_FROM, unless that is what you want.')
  const transport = nodemailer.createTransport({ url: smtp.url, ...PATIENCE })
  try {
    await transport.verify()
    return fine(id, about, `${new URL(smtp.url).host} answers and lets Longhand in.`)
  } catch (error) {
    return broken(id, about, `${new URL(smtp.url).host} does not take mails: ${codeOf(error)}.`, 'Check SMTP_URL, its user and password, and whether a firewall stands between.')
  } finally {
    transport.close()
  }
}

/** A code says enough; what a mail server answers may repeat what it was told. */
const codeOf = (error: unknown): string => error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no answer that we know'
