import nodemailer from 'nodemailer'
import type { MailBody } from '../db/tables/platform.ts'

export type Mail = { to: { name: string; address: string }; subject: string; body: MailBody; messageId: string; reason: string; publicUrl: string }
export type MailSender = (mail: Mail) => Promise<void>

/** A mail server that is silent for so long is given up for this time, well before the lease on the message ends. Unit: ms. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 }

/** Sends by SMTP; null where no mail server is set, and then mails are kept for the outbox page. */
export function smtpSender(smtp: { url: string; from: string } | null): MailSender | null {
  if (!smtp) return null
  const transport = nodemailer.createTransport({ url: smtp.url, ...PATIENCE })
  return async (mail) => {
    await transport.sendMail({
      from: smtp.from, to: mail.to, subject: mail.subject, messageId: mail.messageId, text: mailText(mail), html: mailHtml(mail),
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    })
  }
}

/** The mail as plain text: everything needed to act, then why it came. */
export function mailText({ body, reason, publicUrl }: Pick<Mail, 'body' | 'reason' | 'publicUrl'>): string {
  const links = body.links.map((link) => `${link.label}: ${link.url}`).join('\n')
  return `${body.text}\n\n${links}\n\n--\n${reason}\nChange what is mailed to you: ${publicUrl}/settings\n`
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The same words in one plain column that any mail program shows alike. */
export function mailHtml({ body, reason, publicUrl }: Pick<Mail, 'body' | 'reason' | 'publicUrl'>): string {
  const paragraphs = body.text.split(/\n{2,}/).map((part) => `<p style="margin:0 0 14px">${escape(part).replaceAll('\n', '<br>')}</p>`).join('')
  const links = body.links.map((link) => `<p style="margin:0 0 10px"><a href="${escape(link.url)}" style="color:#12618f">${escape(link.label)}</a></p>`).join('')
  return `<!doctype html><html lang="en"><body style="margin:0;padding:24px;background:#fbfaf7;color:#1f242c;font:17px/28px Georgia,serif"><div style="max-width:600px;margin:0 auto">${paragraphs}${links}<p style="margin:28px 0 0;padding-top:12px;border-top:1px solid #ddd8ce;font:13px/20px sans-serif;color:#5b616b">${escape(reason)} <a href="${escape(publicUrl)}/settings" style="color:#5b616b">Change what is mailed to you</a>.</p></div></body></html>`
}
