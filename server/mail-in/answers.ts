import type { Refusal } from '#domain/refusal.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Words } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import type { WaitingMail } from './queries.ts'

type Answer = { mail: WaitingMail; refusal: Refusal; wrote: string; words: Words }

/** Says to the person why their mail had no effect and what they can do, with everything that they wrote. */
export async function sendAnswer(act: Act, { mail, refusal, wrote, words }: Answer): Promise<void> {
  const quoted = wrote === '' ? '' : `\n\n${inWords(said`You wrote:`, words)}\n\n${wrote.split('\n').map((line) => `> ${line}`).join('\n')}`
  const { message, next } = refusal.in(words)
  await act.send({
    eventKey: `mail-in.refused:${mail.id}`, personId: mail.person_id, subject: inWords(mail.title === '' ? said`Your reply had no effect` : said`Your reply had no effect: ${mail.title}`, words),
    body: { text: `${message} ${next}${quoted}`, links: [{ label: inWords(said`Open Longhand`, words), url: act.server.publicUrl }], own: true },
    reason: inWords(said`You get this because you answered a mail of Longhand.`, words), answers: mail.message_id,
  })
}
