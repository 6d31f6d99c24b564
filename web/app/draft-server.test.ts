import { describe, expect, test } from 'vitest'
import type { Call } from '#contract/client.ts'
import { ProblemError } from '#contract/problem.ts'
import type { Kept } from './draft-logic.ts'
import { serverDrafts } from './draft-server.ts'

const kept = (value: string, by: string, version: number): Kept<string> => ({ value, by, version, at: `2026-03-24T00:00:0${version % 10}Z` })

/** A server that keeps one draft and counts its own versions. */
function fakeServer() {
  const held: { draft: { body: unknown, version: number } | null } = { draft: null }
  const call = async (operation: { name: string }, input: { version?: number, body?: unknown }) => {
    if (operation.name === 'drafts.read') return { draft: held.draft }
    if (operation.name === 'drafts.drop') { held.draft = null; return { ok: true } }
    if (input.version !== (held.draft?.version ?? 0)) throw new ProblemError({ type: 'about:blank', title: 'A newer draft was kept.', status: 409, code: 'conflict', next: 'Read it first.' })
    held.draft = { body: input.body, version: (held.draft?.version ?? 0) + 1 }
    return held.draft
  }
  return { held, call: call as unknown as Call }
}

describe('drafts on the server', () => {
  test('what was kept comes back, and is kept on from there', async () => {
    const { call } = fakeServer()
    const first = serverDrafts<string>(call)
    expect(await first.save('wrap', kept('a', 'one', 4))).toBe('kept')
    expect(await first.save('wrap', kept('ab', 'one', 5))).toBe('kept')
    const second = serverDrafts<string>(call)
    expect(await second.load('wrap')).toMatchObject({ value: 'ab', by: 'one' })
    expect(await second.save('wrap', kept('abc', 'two', 6))).toBe('kept')
  })
  test('another device’s text is given back as later than ours, never overwritten', async () => {
    const { held, call } = fakeServer()
    const [here, there] = [serverDrafts<string>(call), serverDrafts<string>(call)]
    await here.load('wrap')
    await there.save('wrap', kept('theirs', 'two', 1))
    expect(await here.save('wrap', kept('ours', 'one', 9))).toMatchObject({ value: 'theirs', version: 10 })
    expect(held.draft?.body).toMatchObject({ value: 'theirs' })
    expect(await here.save('wrap', kept('ours, having seen theirs', 'one', 11))).toBe('kept')
  })
  test('a save whose answer was lost is not taken for somebody else’s', async () => {
    const { held, call } = fakeServer()
    const here = serverDrafts<string>(call)
    held.draft = { body: kept('ours', 'one', 1), version: 1 }
    expect(await here.save('wrap', kept('ours, longer', 'one', 2))).toBe('kept')
  })
  test('an error that is no conflict is an error', async () => {
    const here = serverDrafts<string>((async () => { throw new Error('no answer') }) as unknown as Call)
    await expect(here.save('wrap', kept('ours', 'one', 1))).rejects.toThrow('no answer')
  })
  test('what was thrown away begins anew', async () => {
    const { held, call } = fakeServer()
    const here = serverDrafts<string>(call)
    await here.save('wrap', kept('a', 'one', 1))
    await here.clear?.('wrap')
    expect(held.draft).toBeNull()
    expect(await here.save('wrap', kept('b', 'one', 1))).toBe('kept')
  })
})
