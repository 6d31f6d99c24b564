import type { Refusal } from '#domain/refusal.ts'
import type { Act } from '#server/platform/act.ts'
import type { WaitingMail } from './queries.ts'

type Answer = { mail: WaitingMail; refusal: Refusal; wrote: string }

/** Says to the person why their mail had no effect and what they can do, with everything that they wrote. */
export async function sendAnswer(act: Act, { mail, refusal, wrote }: Answer): Promise<void> {
  const quoted = wrote === '' ? '' : `\n\nYou wrote:\n\n${wrote.split('\n').map((line) => `> ${line}`).join('\n')}`
  await act.send({
    eventKey: `mail-in.refused:${mail.id}`, personId: mail.person_id, subject: mail.title === '' ? 'Your reply had no effect' : `Your reply had no effect: ${mail.title}`,
    body: { text: `${refusal.message} ${refusal.next}${quoted}`, links: [{ label: 'Open Longhand', url: act.server.publicUrl }], own: true },
    reason: 'You get this because you answered a mail of Longhand.', answers: mail.message_id,
  })
}
