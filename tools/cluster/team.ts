import type { MailServer } from '#server/platform/channels/smtp.test-kit.ts'
import { PORTS } from './front.ts'
import { ask } from './load.ts'
import type { Answer, Scene } from './load.ts'
import { until } from './processes.ts'

const WEEK = [[1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, start: '00:00', end: '23:45' }))]
const PASSWORD = 'a long password'
const MAIL_MS = 30_000

/** Two people who always work, and a thread of theirs; as told through the front. */
export async function setUpTeam(mails: MailServer): Promise<Scene> {
  const made = good(await ask('', 'set up', 'POST', '/start', { body: { workspace: 'Acme', name: 'Olga Owner', email: 'olga@example.com', password: PASSWORD, zone: 'UTC', weeks: WEEK, preset: '002' } }))
  const owner = await signIn('olga@example.com')
  const spaceId = (made.body as { me: { spaces: { id: string }[] } }).me.spaces[0]?.id ?? ''
  good(await ask(owner, 'invite', 'POST', '/invites', { body: { email: 'ben@example.com', spaceIds: [spaceId] } }))
  await until('the invitation has come', async () => mails.received.some(({ to }) => to.includes('ben@example.com')), MAIL_MS)
  const text = mails.received.find(({ to }) => to.includes('ben@example.com'))?.mail.text ?? ''
  const token = /\/(?:invite|join|invites?)\/(\S+)/.exec(text)?.[1] ?? ''
  good(await ask('', 'accept', 'POST', `/invite-links/${encodeURIComponent(token)}/accept`, { body: { name: 'Ben', password: PASSWORD, zone: 'UTC', weeks: WEEK } }))
  const other = await signIn('ben@example.com')
  const thread = good(await ask(owner, 'open', 'POST', '/threads', { body: { spaceId, title: 'What the cluster must hold', body: 'Words of the load come here.' } }))
  return { owner, other, number: (thread.body as { number: number }).number }
}

async function signIn(email: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${PORTS.web}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password: PASSWORD }) })
  const cookie = /longhand_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
  if (cookie === undefined) throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`)
  return decodeURIComponent(cookie)
}

function good(answer: Answer): Answer {
  if (answer.status < 200 || answer.status >= 300) throw new Error(`${answer.what} was answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer
}
