import { createToken, endOtherSessions, endSession, listSessions, revokeToken } from '#contract/access.ts'
import { changeRole } from '#contract/members.ts'
import { createSpace } from '#contract/spaces.ts'
import { postReply, postThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** A stream ends, or hears nothing more, within a second; a slow test machine is given three times as long. Unit: ms. */
const WITHIN_MS = 3000

describeOnNewest('past/16: a stream that is open outlives no right', (on) => {
  let app: TestApp
  let base = ''
  let ann: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on)
    ann = await app.person('Ann')
    base = await app.app.http.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(() => app.stop())

  async function listen(token: string): Promise<{ heard(): string; ended: Promise<string>; close(): void }> {
    const hangUp = new AbortController()
    const answer = await fetch(`${base}/api/v1/events`, { signal: hangUp.signal, headers: { authorization: `Bearer ${token}` } })
    const chunks: string[] = []
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    const ended = (async () => { for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) chunks.push(read.value); return 'ended' })().catch(() => 'hung up')
    return { heard: () => chunks.join(''), ended, close: () => hangUp.abort() }
  }
  const soon = () => new Promise<string>((resume) => { setTimeout(resume, WITHIN_MS, 'still open') })
  const idOf = async (person: TestPerson) => (await person.call(listSessions, {})).sessions.find((one) => one.current)?.id ?? ''

  test.each<[string, (person: TestPerson) => Promise<string>]>([
    ['its session is ended from another one', async (person) => {
      const other = await app.sessionOf(person.id)
      await other.call(endSession, { id: await idOf(person) })
      return person.token
    }],
    ['all other sessions are ended', async (person) => {
      await (await app.sessionOf(person.id)).call(endOtherSessions, {})
      return person.token
    }],
  ])('when %s', async (how, end) => {
    const person = await app.person(`Bob ${how}`)
    const stream = await listen(person.token)
    await end(person)
    expect(await Promise.race([stream.ended, soon()])).toBe('ended')
    const before = stream.heard()
    await ann.call(postThread, { spaceId: app.spaceId, title: 'Afterwards', body: '' })
    expect(stream.heard()).toBe(before)
    expect((await fetch(`${base}/api/v1/events`, { headers: { authorization: `Bearer ${person.token}` } })).status).toBe(401)
  })

  test('when its token is revoked, or expires', async () => {
    const person = await app.person('Cy')
    const { token, view } = await made(person, null)
    const short = await made(person, app.app.platform.clock.now().add({ minutes: 5 }).toString())
    const [revoked, expired] = [await listen(token), await listen(short.token)]
    await person.call(revokeToken, { id: view })
    expect(await Promise.race([revoked.ended, soon()])).toBe('ended')
    await app.advanceTo(app.app.platform.clock.now().add({ minutes: 6 }).toString())
    expect(await Promise.race([expired.ended, soon()])).toBe('ended')
  })

  async function made(person: TestPerson, expiresAt: string | null): Promise<{ token: string; view: string }> {
    const { token, view } = await person.call(createToken, { label: 'script', scopes: ['threads:read'], ...(expiresAt !== null && { expiresAt }) })
    return { token, view: view.id }
  }

  test('hears nothing of spaces that a guest does not see, from the moment when its reader becomes one', async () => {
    const { id: spaceId } = await ann.call(createSpace, { name: 'Open to members' })
    const { number } = await ann.call(postThread, { spaceId, title: 'Talk', body: '' })
    const person = await app.person('Dan')
    const stream = await listen(person.token)
    await ann.call(postReply, { number, body: 'Heard.' })
    const heardFirst = await Promise.race([waitFor(() => stream.heard().includes('reply.posted')), soon()])
    expect(heardFirst).toBe('heard')
    await app.owner.call(changeRole, { id: person.id, role: 'guest' })
    const before = stream.heard().split('reply.posted').length
    await ann.call(postReply, { number, body: 'Not heard.' })
    await soon()
    expect(stream.heard().split('reply.posted').length).toBe(before)
    stream.close()
  })
})

async function waitFor(is: () => boolean): Promise<string> {
  while (!is()) await new Promise((resume) => { setTimeout(resume, 20) })
  return 'heard'
}
