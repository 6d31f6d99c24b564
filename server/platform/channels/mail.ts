import type { MailKind } from '#contract/mail-in.ts'
import { ENGLISH, inWords, said } from '#domain/words/said.ts'
import type { Words } from '#domain/words/said.ts'
import nodemailer from 'nodemailer'
import type { MailBody } from '../db/tables/platform.ts'

export type Mail = {
  to: { name: string; address: string }; subject: string; body: MailBody; messageId: string; reason: string; publicUrl: string
  /** Where a reply goes, if it does anything. */
  replyTo?: string | null
  /** The mail or conversation that it belongs to. */
  inReplyTo?: string | null
  /** Its kind, and the address that switches that off by one POST; null for what must arrive. */
  list?: { kind: MailKind; unsubscribe: string } | null
  /** What its reader reads; English unless given. Text, subject and reason are in it already. */
  words?: Words
}
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
      ...(mail.replyTo && { replyTo: mail.replyTo }), ...(mail.inReplyTo && { inReplyTo: mail.inReplyTo, references: mail.inReplyTo }),
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...listHeaders(mail) },
    })
  }
}

/** RFC 2919 and RFC 8058; the one click is promised over https only, as the latter asks. */
export function listHeaders({ list, publicUrl }: Pick<Mail, 'list' | 'publicUrl'>): Record<string, string> {
  if (!list) return {}
  return {
    'List-Id': `Longhand ${list.kind} <${list.kind}.${new URL(publicUrl).hostname}>`, 'List-Unsubscribe': `<${list.unsubscribe}>`,
    ...(list.unsubscribe.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  }
}

type Written = Pick<Mail, 'body' | 'reason' | 'publicUrl' | 'replyTo' | 'list' | 'words'>

const CHANGE = said`Change what is mailed to you`
const STOP = said`No more mails of this kind`

/** The mail as plain text: everything needed to act, then why it came. */
export function mailText({ body, reason, publicUrl, replyTo, list, words = ENGLISH }: Written): string {
  const links = body.links.map((link) => `${link.label}: ${link.url}`).join('\n')
  const how = replyTo && body.how ? `\n\n${body.how}` : ''
  const stop = list ? `\n${inWords(STOP, words)}: ${list.unsubscribe}` : ''
  return `${body.text}${how}\n\n${links}\n\n--\n${reason}\n${inWords(CHANGE, words)}: ${publicUrl}/settings${stop}\n`
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The same words in one plain column that any mail program shows alike. */
export function mailHtml({ body, reason, publicUrl, replyTo, list, words = ENGLISH }: Written): string {
  const whole = replyTo && body.how ? `${body.text}\n\n${body.how}` : body.text
  const paragraphs = whole.split(/\n{2,}/).map((part) => `<p style="margin:0 0 14px">${escape(part).replaceAll('\n', '<br>')}</p>`).join('')
  const links = body.links.map((link) => `<p style="margin:0 0 10px"><a href="${escape(link.url)}" style="color:#12618f">${escape(link.label)}</a></p>`).join('')
  const stop = list ? ` <a href="${escape(list.unsubscribe)}" style="color:#5b616b">${escape(inWords(STOP, words))}</a>.` : ''
  return `<!doctype html><html lang="${words.language}"><body style="margin:0;padding:24px;background:#fbfaf7;color:#1f242c;font:17px/28px Georgia,serif"><div style="max-width:600px;margin:0 auto">${paragraphs}${links}<p style="margin:28px 0 0;padding-top:12px;border-top:1px solid #ddd8ce;font:13px/20px sans-serif;color:#5b616b">${escape(reason)} <a href="${escape(publicUrl)}/settings" style="color:#5b616b">${escape(inWords(CHANGE, words))}</a>.${stop}</p></div></body></html>`
}
