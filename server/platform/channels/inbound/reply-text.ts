import EmailReplyParser from 'email-reply-parser'

/** The longest text of a mail that is looked at; a reply stands at its start. Unit: characters. */
const LOOKED_AT_MAX = 200_000

/**
 * What somebody wrote, without the mail that they answered and without their signature. A quote between their own words
 * stays, since it says what they speak of; one before all of them goes with the rest.
 */
export function replyText(mail: string): string {
  const text = cleaned(mail.slice(0, LOOKED_AT_MAX))
  const fragments = new EmailReplyParser().read(text).getFragments()
  const own = fragments.map((fragment) => ({ text: fragment.getContent().trim(), aside: fragment.isQuoted() || fragment.isSignature() || fragment.isEmpty() }))
  const first = own.findIndex(({ text: words, aside }) => !aside && words !== '')
  const last = own.findLastIndex(({ text: words, aside }) => !aside && words !== '')
  return own.slice(Math.max(first, 0), last + 1).filter(({ aside, text: words }, at) => !aside || (words.startsWith('>') && at > 0)).map(({ text: words }) => words).join('\n\n').trim()
}

/** Line ends and empty lines as people see them; nothing that no database keeps. An address is put back on the line of the “… wrote” that was broken before or in it. */
const cleaned = (text: string): string =>
  text.replaceAll('\u0000', '').toWellFormed().split(/\r\n|\r|\n/).map((line) => line.trimEnd()).join('\n').replace(/\n{3,}/g, '\n\n').replace(/[ \n]<\n?(?=[^\s<>@]{1,64}@[^\s<>@]{1,190}>:\n)/g, ' <')
