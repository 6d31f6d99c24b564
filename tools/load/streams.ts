import { Agent, request } from 'node:http'
import type { ClientRequest } from 'node:http'

/** One person with a page open. `heard`: what they were told, by the ids in it, with when. */
export type Listening = { heard(id: string): number | undefined; lost(): number; close(): void }

/** Opens so many event streams, a few at a time, each in the name of one of the tokens in turn. Broken ones are opened again and counted as lost. */
export async function openStreams(base: string, tokens: readonly string[], many: number): Promise<Listening> {
  const agent = new Agent({ maxSockets: Infinity, keepAlive: false })
  const heard = new Map<string, number>()
  const open = new Set<ClientRequest>()
  let lost = 0
  let closing = false
  const listen = (token: string): Promise<void> => new Promise((done) => {
    const asked = request(`${base}/api/v1/events`, { agent, headers: { authorization: `Bearer ${token}` } }, (answer) => {
      answer.setEncoding('utf8')
      answer.once('data', () => done())
      answer.on('data', (text: string) => { if (text.includes('data: ')) note(text) })
      answer.once('close', () => { open.delete(asked); if (!closing) { lost += 1; void listen(token) } })
      answer.once('error', () => undefined)
    })
    asked.once('error', () => { if (!closing) lost += 1; done() })
    open.add(asked)
    asked.end()
  })
  // The last one to be told counts: everybody should have seen it by then.
  const note = (text: string) => { for (const [, id] of text.matchAll(/"replyId":"([\w-]+)"/g)) if (id !== undefined) heard.set(id, performance.now()) }
  for (let at = 0; at < many; at += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, many - at) }, (_none, index) => listen(tokens[(at + index) % tokens.length] ?? '')))
  }
  return { heard: (id) => heard.get(id), lost: () => lost, close() { closing = true; for (const one of open) one.destroy(); agent.destroy() } }
}

const AT_ONCE = 20
