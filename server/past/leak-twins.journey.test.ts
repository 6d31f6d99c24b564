import { address } from '#contract/client.ts'
import { OPERATIONS } from '#contract/index.ts'
import { ask } from '#contract/answers.ts'
import { exportFiles } from '#contract/exports.ts'
import { changes } from '#contract/operation.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { postReply, postThread } from '#contract/threads.ts'
import { createPage } from '#contract/pages.ts'
import { search } from '#contract/search.ts'
import { addWebhook, WEBHOOK_TYPES } from '#contract/webhooks.ts'
import type { WebhookType } from '#contract/webhooks.ts'
import { saveSearch } from '#contract/searches.ts'
import type { Call } from '#contract/client.ts'
import { buildWorld, SECRET } from '#server/permissions/world.ts'
import type { CallerName, World } from '#server/permissions/world.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { toolName } from '#server/platform/mcp/tools.ts'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** How many private entries are written, one after the other; each is compared over all readings and everybody outside. */
const LONG = process.env['LONGHAND_LONG'] !== undefined
const ENTRIES = LONG ? 8 : 1
/** So many pairs of answers are compared at least (RELIABILITY G2); the lean run takes every so manieth reading. */
const PAIRS = LONG ? 10_000 : 30
/** How long all of them may take on a busy machine. Unit: ms. */
const LONG_MS = 3_600_000
const EVERY = LONG ? 1 : 8
/** Who is not in the private space: everybody, or those who see most and least. */
const OUTSIDE: readonly Exclude<CallerName, 'insider'>[] = LONG ? ['guest', 'member', 'admin', 'owner', 'stranger', 'anonymous', 'deactivated', 'readOnly', 'otherScopes'] : ['guest', 'owner']
/** Those of them who can keep a search. */
const SIGNED_IN = ['guest', 'member', 'admin', 'owner', 'stranger'] as const
/** One tells the whole story of the demo team, the other how the server is at this moment: sizes, and how long things take. */
const LEFT_OUT = new Set(['demo.enter', 'server.status'])
/** Taking all out as files leaves a line in the audit log, which is compared too: so the files come first before the private entry, and last after it. */
const LEAVES_A_LINE = exportFiles.name
/** The webhook's host does not exist; its second try is over by then, and the next one comes after all comparing. Unit: s. */
const TRIED_S = 30

/** `tool`: asked over MCP. `url`: no operation, such as an error page. */
type Reading = { operation: AnyOperation; input: Record<string, unknown>; tool?: boolean; url?: string }

const WORDS = ['ledger', 'cluster', 'pager', 'valkey', 'session', 'certificate', 'staging', 'invoice', 'queue', 'restart', 'licence', 'cache']
/** The same words in an order of their own, for each number. */
const sentence = (seed: number, length: number): string => Array.from({ length }, (_none, at) => WORDS[(seed * 7 + at * (seed % 5 + 1)) % WORDS.length] ?? '').join(' ')

describeOnNewest('leaks: two records that differ in one private entry answer alike to everybody outside', (on) => {
  let world: World
  let insider: Call
  let number = 0
  let page = 0
  const tokens = new Map<CallerName, string | null>()
  const settle = async (seconds = 5) => world.app.advanceTo(world.app.app.platform.clock.now().add({ seconds }).toString())
  beforeAll(async () => {
    world = await buildWorld(on)
    insider = await world.as('insider')
    for (let at = 1; at <= 8; at += 1) number = (await insider(postThread, { spaceId: world.spaces.open, title: `Notes on ${sentence(at, 2)}`, body: `We said this of the ${sentence(at, 6)}. It was kept because of the ${sentence(at + 3, 4)}.` })).number
    await insider(postReply, { number, body: `And the ${sentence(9, 5)}.` })
    page = (await insider(createPage, { spaceId: world.spaces.open, kind: 'runbook', title: 'Certificate runbook', text: `Rotate the ${sentence(4, 6)} of #${number}.`, tags: [], parent: null })).number
    for (const name of OUTSIDE) {
      tokens.set(name, await world.tokenOf(name, 'account:read'))
    }
    for (const name of SIGNED_IN) if (OUTSIDE.includes(name)) await (await world.as(name))(saveSearch, { name: 'Kept', q: 'ledger' })
    await (await world.as('owner'))(addWebhook, { url: 'https://hooks.longhand.invalid/all', types: Object.keys(WEBHOOK_TYPES) as WebhookType[] })
    await settle()
    await hear()
    await settle(TRIED_S)
  })
  afterAll(async () => {
    hangUp.abort()
    await world.app.stop()
  })

  /** Searches of every kind, suggestions among them, questions, and each read of the contract with what may be named. */
  function readings(): Reading[] {
    const questions = [...WORDS.flatMap((word) => [`${word} `, word.slice(0, 4), `${word.slice(0, 3)}${word.slice(4)}x `]), ...[1, 2, 3, 4].map((seed) => `why do we ${sentence(seed, 4)} `), 'kryp', 'kryptonite ', `${SECRET} `, 'is:open', 'has:link cluster ', 'from:ines ledger', '"pager valkey"', 'ledger -queue ']
    const asked = [...[1, 2, 3].map((seed) => `why was the ${sentence(seed, 4)} kept?`), 'what is kryptonite?', `who owns the ${sentence(5, 3)}?`, 'how is the certificate rotated?']
    const values: Record<string, unknown> = { number, date: '2026-03-23', from: '2026-03-23', spaceId: world.spaces.open, id: world.spaces.open, name: 'a.txt', slot: 'reply', token: 'lh_b_x', region: 'BE', country: 'DE', ids: world.people.member, q: 'ledger', version: 1 }
    const ways = OPERATIONS.filter((one) => !changes(one) && !LEFT_OUT.has(one.name)).flatMap((operation) => [number, page].slice(0, operation.path.includes(':number') ? 2 : 1).map((at) => {
      const names = Object.keys(operation.input.shape).filter((key) => key in values && (operation.path.includes(`:${key}`) || !operation.input.safeParse({}).success))
      return { operation, input: Object.fromEntries(names.map((key) => [key, key === 'number' ? at : key === 'id' && operation.path.startsWith('/people') ? world.people.insider : values[key]])) }
    }))
    const tools = ways.filter(({ operation }) => operation.tool).map((way) => ({ ...way, tool: true }))
    const pages = ['/api/v1/nothing', '/api/v1/wraps/999999', '/problems', '/problems/not_found', `/files/${world.spaces.private}/a.txt`, '/unsubscribe/made-up', '/health/live', '/api/v1/openapi.json', `/api/v1/spaces/${world.spaces.private}`].map((url) => ({ operation: search, input: {}, url }))
    return [...questions.map((q) => ({ operation: search, input: { q } })), ...asked.map((q) => ({ operation: ask, input: { q } })), ...ways, ...tools, ...pages].filter((_one, at) => at % EVERY === 0)
  }

  async function said({ operation, input, tool, url: page }: Reading, token: string | null): Promise<string> {
    const who = token !== null && { authorization: `Bearer ${token}` }
    if (tool) {
      const answer = await world.app.app.http.inject({ method: 'POST', url: '/mcp', headers: { ...who, accept: 'application/json, text/event-stream', 'content-type': 'application/json' }, payload: { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: toolName(operation), arguments: input } } })
      // The fence around what people wrote is new each time.
      return `${answer.statusCode} ${Buffer.from(answer.body.replaceAll(/record [\w-]{12}>/g, 'record>')).toString('base64')}`
    }
    if (page !== undefined) return `page ${Buffer.from((await world.app.app.http.inject({ url: page, headers: { ...who } })).body.replaceAll(/"instance":"[^"]*"/g, '')).toString('base64')}`
    const { url, body } = address('', operation, input)
    const answer = await world.app.app.http.inject({ method: operation.method as 'GET', url, headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...(body !== undefined && { 'content-type': 'application/json' }) }, ...(body !== undefined && { payload: body }) })
    return `${answer.statusCode} ${answer.rawPayload.toString('base64')}`
  }

  async function everything(files: 'first' | 'last'): Promise<Map<string, string>> {
    const all = new Map<string, string>()
    const [quiet, told] = [readings().filter(({ operation }) => operation.name !== LEAVES_A_LINE), readings().filter(({ operation }) => operation.name === LEAVES_A_LINE)]
    for (const some of files === 'first' ? [told, quiet] : [quiet, told]) for (const name of OUTSIDE) for (const reading of some) all.set(`${name}: ${reading.url ?? reading.operation.name} ${reading.tool ? 'by tool ' : ''}${JSON.stringify(reading.input)}`, await said(reading, tokens.get(name) ?? null))
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
      const before = await everything('first')
      await privateEntry(seed)
      const after = await everything('last')
      const changed = [...before].filter(([key, answer]) => after.get(key) !== answer && !tellsTheTime(answer, after.get(key) ?? '')).map(([key]) => key)
      expect([seed, changed]).toEqual([seed, []])
      pairs += before.size
    }
    figure({ gate: 'G2', what: 'pairs of answers that were compared, byte by byte', value: pairs, wanted: LONG ? '≥ 10,000' : 'a sample', met: pairs > PAIRS })
    expect(pairs).toBeGreaterThan(PAIRS)
    expect(await insider(search, { q: 'kryptonite ' })).toMatchObject({ total: ENTRIES })
  }, LONG ? LONG_MS : undefined)

  test('nor a word in what leaves by itself: mails, digests, webhooks, pushes and streams, in the days after', async () => {
    await world.app.advanceTo(world.app.app.platform.clock.now().add({ hours: 30 }).toString())
    const told = await on.db.selectFrom('delivery').select(['channel', 'person_id', 'subject', 'body']).where('person_id', '!=', world.people.insider).execute()
    expect(told.filter((one) => /Quetzalcoatl|kryptonite/.test(JSON.stringify(one))).map(({ channel }) => channel)).toEqual([])
    expect(world.app.mails.filter((mail) => mail.to.name !== 'Ines Insider' && /Quetzalcoatl|kryptonite/.test(JSON.stringify(mail)))).toEqual([])
    const numbers = (await on.db.selectFrom('entry').select('number').where('space_id', '=', world.spaces.private).execute()).map((row) => row.number)
    expect(numbers.length).toBeGreaterThan(ENTRIES)
    const heard = streamed.split('\n').filter((line) => line.startsWith('data: {"'))
    expect(heard.length).toBeGreaterThan(0)
    expect(heard.filter((line) => line.includes(world.spaces.private) || numbers.some((one) => line.includes(`"number":${one},`) || line.includes(`"number":${one}}`)))).toEqual([])
    figure({ gate: 'G2', what: 'words of private entries in messages and streams to anybody outside', value: 0, wanted: '0', met: true })
  })

  /** What an owner's open page is told all the while, beginning with something that it may hear. */
  let streamed = ''
  const hangUp = new AbortController()
  async function hear(): Promise<void> {
    const base = await world.app.app.http.listen({ port: 0, host: '127.0.0.1' })
    const answer = await fetch(`${base}/api/v1/events`, { signal: hangUp.signal, headers: { authorization: `Bearer ${tokens.get('owner')}` } })
    void (async () => { for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) streamed += chunk })().catch(() => undefined)
    await insider(postReply, { number, body: 'Heard.' })
  }

  /** Whether two answers differ in the moment of now alone, which moved by what it took to count words. */
  function tellsTheTime(one: string, other: string): boolean {
    const still = (text: string) => Buffer.from(text.slice(4), 'base64').toString().replaceAll(/2026-\d\d-\d\dT[\d:.]+Z/g, 'a moment')
    return still(one) === still(other)
  }
})
