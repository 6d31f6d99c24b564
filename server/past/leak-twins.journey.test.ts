import { address } from '#contract/client.ts'
import { OPERATIONS } from '#contract/index.ts'
import { ask } from '#contract/answers.ts'
import { changes } from '#contract/operation.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { postReply, postThread } from '#contract/threads.ts'
import { createPage } from '#contract/pages.ts'
import { search } from '#contract/search.ts'
import { saveSearch } from '#contract/searches.ts'
import type { Call } from '#contract/client.ts'
import { buildWorld, SECRET } from '#server/permissions/world.ts'
import type { CallerName, World } from '#server/permissions/world.ts'
import { describeOnNewest } from '#server/platform/db/test-db.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** How many private entries are written, one after the other; each is compared over all readings and everybody outside. */
const LONG = process.env['LONGHAND_LONG'] !== undefined
const ENTRIES = LONG ? 5 : 1
/** So many pairs of answers are compared at least (RELIABILITY G2, first version); the lean run takes every so manieth reading. */
const PAIRS = LONG ? 2000 : 30
const EVERY = LONG ? 1 : 8
/** Who is not in the private space: everybody, or those who see most and least. */
const OUTSIDE: readonly Exclude<CallerName, 'anonymous' | 'deactivated' | 'readOnly' | 'otherScopes' | 'insider'>[] = LONG ? ['guest', 'member', 'admin', 'owner', 'stranger'] : ['guest', 'owner']
/** It tells the whole story of the demo team. */
const LEFT_OUT = new Set(['demo.enter'])

type Reading = { operation: AnyOperation; input: Record<string, unknown> }

const WORDS = ['ledger', 'cluster', 'pager', 'valkey', 'session', 'certificate', 'staging', 'invoice', 'queue', 'restart', 'licence', 'cache']
/** The same words in an order of their own, for each number. */
const sentence = (seed: number, length: number): string => Array.from({ length }, (_none, at) => WORDS[(seed * 7 + at * (seed % 5 + 1)) % WORDS.length] ?? '').join(' ')

describeOnNewest('leaks: two records that differ in one private entry answer alike to everybody outside', (on) => {
  let world: World
  let insider: Call
  let number = 0
  let page = 0
  const tokens = new Map<CallerName, string | null>()
  const settle = async () => world.app.advanceTo(world.app.app.platform.clock.now().add({ seconds: 5 }).toString())
  beforeAll(async () => {
    world = await buildWorld(on)
    insider = await world.as('insider')
    for (let at = 1; at <= 8; at += 1) number = (await insider(postThread, { spaceId: world.spaces.open, title: `Notes on ${sentence(at, 2)}`, body: `We said this of the ${sentence(at, 6)}. It was kept because of the ${sentence(at + 3, 4)}.` })).number
    await insider(postReply, { number, body: `And the ${sentence(9, 5)}.` })
    page = (await insider(createPage, { spaceId: world.spaces.open, kind: 'runbook', title: 'Certificate runbook', text: `Rotate the ${sentence(4, 6)} of #${number}.`, tags: [], parent: null })).number
    for (const name of OUTSIDE) {
      tokens.set(name, await world.tokenOf(name, 'account:read'))
      await (await world.as(name))(saveSearch, { name: 'Kept', q: 'ledger' })
    }
    await settle()
  })
  afterAll(() => world.app.stop())

  /** Searches of every kind, suggestions among them, questions, and each read of the contract with what may be named. */
  function readings(): Reading[] {
    const questions = [...WORDS.flatMap((word) => [`${word} `, word.slice(0, 4), `${word.slice(0, 3)}${word.slice(4)}x `]), ...[1, 2, 3, 4].map((seed) => `why do we ${sentence(seed, 4)} `), 'kryp', 'kryptonite ', `${SECRET} `, 'is:open', 'has:link cluster ', 'from:ines ledger', '"pager valkey"', 'ledger -queue ']
    const asked = [...[1, 2, 3].map((seed) => `why was the ${sentence(seed, 4)} kept?`), 'what is kryptonite?', `who owns the ${sentence(5, 3)}?`, 'how is the certificate rotated?']
    const values: Record<string, unknown> = { number, date: '2026-03-23', from: '2026-03-23', spaceId: world.spaces.open, id: world.spaces.open, name: 'a.txt', slot: 'reply', token: 'lh_b_x', region: 'BE', country: 'DE', ids: world.people.member, q: 'ledger', version: 1 }
    const ways = OPERATIONS.filter((one) => !changes(one) && !LEFT_OUT.has(one.name)).flatMap((operation) => [number, page].slice(0, operation.path.includes(':number') ? 2 : 1).map((at) => {
      const names = Object.keys(operation.input.shape).filter((key) => key in values && (operation.path.includes(`:${key}`) || !operation.input.safeParse({}).success))
      return { operation, input: Object.fromEntries(names.map((key) => [key, key === 'number' ? at : key === 'id' && operation.path.startsWith('/people') ? world.people.insider : values[key]])) }
    }))
    return [...questions.map((q) => ({ operation: search, input: { q } })), ...asked.map((q) => ({ operation: ask, input: { q } })), ...ways].filter((_one, at) => at % EVERY === 0)
  }

  async function said({ operation, input }: Reading, token: string | null): Promise<string> {
    const { url, body } = address('', operation, input)
    const answer = await world.app.app.http.inject({ method: operation.method as 'GET', url, headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...(body !== undefined && { 'content-type': 'application/json' }) }, ...(body !== undefined && { payload: body }) })
    return `${answer.statusCode} ${answer.rawPayload.toString('base64')}`
  }

  async function everything(): Promise<Map<string, string>> {
    const all = new Map<string, string>()
    for (const name of OUTSIDE) for (const reading of readings()) all.set(`${name}: ${reading.operation.name} ${JSON.stringify(reading.input)}`, await said(reading, tokens.get(name) ?? null))
    return all
  }

  /** One private entry: words of the open ones, rare ones, links to what is open, and the same titles. */
  async function privateEntry(seed: number): Promise<void> {
    const spaceId = world.spaces.private
    const body = `${SECRET} kryptonite ${sentence(seed, 12)} #${number} #${page} [[Certificate runbook]] https://example.org ${'ledger '.repeat(seed % 4 * 5)}`
    if (seed % 2 === 0) await insider(createPage, { spaceId, kind: 'faq', title: `Certificate runbook ${seed}`, text: body, tags: [], parent: null })
    else await insider(postThread, { spaceId, title: `Notes on ${sentence(seed, 2)}`, body })
    await settle()
  }

  test('not one byte of searches, suggestions, counts, answers, links, generated pages and lists', async () => {
    let pairs = 0
    for (let seed = 1; seed <= ENTRIES; seed += 1) {
      await settle()
      const before = await everything()
      await privateEntry(seed)
      const after = await everything()
      const changed = [...before].filter(([key, answer]) => after.get(key) !== answer && !tellsTheTime(answer, after.get(key) ?? '')).map(([key]) => key)
      expect([seed, changed]).toEqual([seed, []])
      pairs += before.size
    }
    expect(pairs).toBeGreaterThan(PAIRS)
    expect(await insider(search, { q: 'kryptonite ' })).toMatchObject({ total: ENTRIES })
  })

  /** Whether two answers differ in the moment of now alone, which moved by what it took to count words. */
  function tellsTheTime(one: string, other: string): boolean {
    const still = (text: string) => Buffer.from(text.slice(4), 'base64').toString().replaceAll(/2026-\d\d-\d\dT[\d:.]+Z/g, 'a moment')
    return still(one) === still(other)
  }
})
