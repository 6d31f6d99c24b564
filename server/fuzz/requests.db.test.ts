import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { diceFrom } from '#domain/time/dice.test-kit.ts'

import type { Row } from '#server/permissions/rows.ts'
import { buildWorld } from '#server/permissions/world.ts'
import type { World } from '#server/permissions/world.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Known } from './known.test-kit.ts'
import { wrongWith } from './one-answer.test-kit.ts'
import { described, requestFor } from './requests.test-kit.ts'
import type { Request } from './requests.test-kit.ts'

/** RELIABILITY G16 asks for 100,000, which the longer run sends; each build sends the first of them. */
const LONG = process.env['LONGHAND_LONG'] === '1'
const REQUESTS = Number(process.env['LONGHAND_FUZZ_REQUESTS'] ?? (LONG ? 100_000 : 1500))
const SEED = Number(process.env['LONGHAND_FUZZ_SEED'] ?? 1)
/** No request may keep the others from being answered for longer. Unit: ms of processor time. */
const BLOCKED_MS = 200
/** Tells the month of a demo team into a workspace of its own; a stream has no end. Both are tested elsewhere. */
const LEFT_OUT = new Set(['demo.enter', 'live.events'])
/** Every so many requests, those who speak get fresh sessions, since some of the requests end them. */
const RENEW = 50
/** How often it is looked whether others get their turn; seldom enough not to be the work itself. Unit: ms. */
const LOOK_MS = 2
/** A request that has no answer by then has none, however busy the machine is. Unit: ms. */
const SILENCE_MS = 60_000
const SLOW_MS = 7_200_000
const ROOMS = join(import.meta.dirname, '..')

/** Inputs that work, by operation: what the rows of the permission matrix are tried with. */
async function workingInputs(world: World): Promise<Map<string, Record<string, unknown>[]>> {
  const files = readdirSync(ROOMS).map((room) => join(ROOMS, room, 'permission-rows.ts')).filter((file) => existsSync(file))
  const rows = (await Promise.all(files.map((file) => import(file) as Promise<{ permissionRows: readonly Row[] }>))).flatMap((room) => room.permissionRows)
  const inputs = new Map<string, Record<string, unknown>[]>()
  for (const row of rows) {
    const kept = inputs.get(row.operation.name) ?? []
    if (kept.length >= (LONG ? 4 : 1) || row.answers.insider !== 'ok' && row.answers.owner !== 'ok') continue
    const name = row.answers.insider === 'ok' ? 'insider' : 'owner'
    inputs.set(row.operation.name, [...kept, await row.input(world, { name, id: world.people[name] })])
  }
  return inputs
}

describeOnNewest('requests made from our own API description', (on) => {
  let world: World
  beforeAll(async () => { world = await buildWorld(on) })
  afterAll(() => world.app.stop())

  const tokens = async (): Promise<(string | null)[]> => {
    await on.db.updateTable('person').set({ state: 'active' }).where('id', 'in', [world.people.owner, world.people.insider, world.people.admin, world.people.member]).execute()
    await on.db.updateTable('person').set({ role: 'owner' }).where('id', '=', world.people.owner).execute()
    return Promise.all((['insider', 'insider', 'insider', 'owner', 'owner', 'member', 'admin', 'guest', 'stranger', 'anonymous'] as const).map((name) => world.tokenOf(name, 'account:read')))
  }

  test(`${REQUESTS} of them get answers as described, none of them 5xx`, { timeout: SLOW_MS }, async () => {
    const dice = diceFrom(SEED)
    const known = new Known(dice)
    const inputs = await workingInputs(world)
    known.learn([...inputs.values()].flat())
    for (const list of inputs.values()) for (const input of list) known.learn(input)
    known.learn({ id: Object.values(world.people), spaceId: Object.values(world.spaces), number: Object.values(world.wraps) })
    const operations = described().filter(({ name }) => !LEFT_OUT.has(name))
    const wrong = new Map<string, string>()
    const statuses = new Map<number, number>()
    let longest = { ms: 0, of: '' }
    let callers = await tokens()
    for (let index = 0; index < REQUESTS; index += 1) {
      if (index % RENEW === RENEW - 1) callers = await tokens()
      const operation = operations[index % operations.length] ?? dice.pick(operations)
      const request = requestFor(operation, inputs.get(operation.name) ?? [], { dice, known })
      const { answer, ms } = await ask(world, request, dice.pick(callers))
      statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1)
      if (ms > longest.ms) longest = { ms, of: `${request.method} ${request.name} (${request.how})` }
      if (request.method === operation.method && answer.statusCode === 200 && String(answer.headers['content-type']).startsWith('application/json')) known.learn(JSON.parse(answer.body))
      const why = wrongWith(operation, request, answer)
      if (why !== null && !wrong.has(`${operation.name}: ${why}`)) wrong.set(`${operation.name}: ${why}`, told(request, index))
    }
    report(statuses, wrong, longest)
    expect([...wrong].map(([what, request]) => `${what}\n    ${request}`)).toEqual([])
    expect(longest).toSatisfy(({ ms }: typeof longest) => ms < BLOCKED_MS)
  })
})

const told = ({ method, url, headers, payload, how }: Request, index: number): string =>
  `request ${index} of seed ${SEED} (${how}): ${method} ${url.slice(0, 300)} ${JSON.stringify(headers)} ${String(payload ?? '').slice(0, 600)}`

/** The longest stretch in which nothing else could run while this was answered, in processor time, since machines may be busy. */
async function ask(world: World, request: Request, token: string | null) {
  let last = process.threadCpuUsage()
  let ms = 0
  let over = false
  const look = () => {
    const used = process.threadCpuUsage()
    ms = Math.max(ms, (used.user + used.system - last.user - last.system) / 1000)
    last = used
    if (!over) setTimeout(look, LOOK_MS)
  }
  setTimeout(look, LOOK_MS)
  const asked = world.app.app.http.inject({
    method: request.method as 'GET', url: request.url, headers: { ...request.headers, ...(token !== null && { authorization: `Bearer ${token}` }) }, ...(request.payload !== null && { payload: request.payload }),
  })
  const answer = await Promise.race([asked, pause(SILENCE_MS, null, { ref: false })])
  over = true
  if (answer === null) return { answer: { statusCode: 599, body: 'no answer at all', headers: {} }, ms }
  return { answer: { statusCode: answer.statusCode, body: answer.body, headers: answer.headers }, ms }
}

function report(statuses: ReadonlyMap<number, number>, wrong: ReadonlyMap<string, string>, longest: { ms: number; of: string }): void {
  const count = (of: (status: number) => boolean) => [...statuses].filter(([status]) => of(status)).reduce((sum, [, times]) => sum + times, 0)
  figure({ gate: 'G16', what: 'requests generated from our own API description', value: REQUESTS, wanted: '≥ 100,000', met: REQUESTS >= 100_000 })
  figure({ gate: 'G16', what: 'of them answered with success', value: count((status) => status < 300), wanted: 'some of each kind', met: count((status) => status < 300) > 0 })
  figure({ gate: 'G16', what: 'answers of 5xx', value: count((status) => status >= 500), wanted: '0', met: count((status) => status >= 500) === 0 })
  figure({ gate: 'G16', what: 'answers that are not as described', value: wrong.size, wanted: '0', met: wrong.size === 0 })
  figure({ gate: 'G16', what: `longest stretch in which one request kept the others waiting (${longest.of})`, value: Math.round(longest.ms), unit: 'ms', wanted: '≤ 200 ms', met: longest.ms <= BLOCKED_MS })
}
