import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { address } from '#contract/client.ts'
import { changes, FILE_BODY } from '#contract/operation.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { otherRoutes } from './other-routes.ts'
import type { Answer, Row } from './rows.ts'
import { routeKey, runningRoutes } from './running-routes.ts'
import { CALLERS, SECRET, buildWorld } from './world.ts'
import type { CallerName, World } from './world.ts'

const SERVER = join(import.meta.dirname, '..')
const files = readdirSync(SERVER).map((room) => join(SERVER, room, 'permission-rows.ts')).filter((file) => existsSync(file))
const rows: Row[] = (await Promise.all(files.map((file) => import(file) as Promise<{ permissionRows: readonly Row[] }>))).flatMap((room) => room.permissionRows)

/** One row for each operation, for what does not depend on whom or what it is about. */
const firstRows = new Map(rows.toReversed().map((row) => [row.operation.name, row]))

type Answered = { answer: string; body: string }

async function say(world: World, operation: AnyOperation, input: Record<string, unknown>, token: string | null): Promise<Answered> {
  const { url, body } = address('', operation, input)
  const answer = await world.app.app.http.inject({
    method: operation.method as 'GET', url, headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...(body !== undefined && { 'content-type': 'application/json' }), ...(operation.takes === 'file' && { 'content-type': FILE_BODY }) },
    ...(body !== undefined && { payload: body }), ...(operation.takes === 'file' && { payload: Buffer.from('Some words.') }),
  })
  const code = answer.statusCode < 300 ? 'ok' : String((JSON.parse(answer.body) as { code?: string }).code)
  return { answer: answer.statusCode >= 500 ? `${answer.statusCode}` : code, body: answer.body }
}

/** What each caller must be answered: six are written in the row, the others follow from who they are. */
function expected({ operation, answers, forAnyone }: Row): Record<CallerName, Answer> {
  const { member } = answers
  if (forAnyone) return { ...answers, anonymous: member, deactivated: member, readOnly: member, otherScopes: member }
  return { ...answers, anonymous: 'not_signed_in', deactivated: 'not_signed_in', readOnly: changes(operation) && !operation.needs.endsWith(':read') ? 'scope_missing' : member, otherScopes: 'scope_missing' }
}

const idOf = (world: World, name: CallerName): string =>
  name === 'anonymous' || name === 'readOnly' || name === 'deactivated' ? world.people.member : name === 'otherScopes' ? world.people.owner : world.people[name]

describe('the matrix is whole', () => {
  test('a row says one thing about one case', () => {
    const names = rows.map((row) => `${row.operation.name} ${row.about}`)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})

/** Once: rights are asked of the policy, which knows nothing of the database below; what the stores do is tested on both. */
describeOnNewest('who may do what', (on) => {
  let world: World
  beforeAll(async () => { world = await buildWorld(on) })
  afterAll(() => world.app.stop())

  test('every route of the running server has a row, and every row a route', () => {
    const running = runningRoutes(world.app.app.http.printRoutes({ commonPrefix: false }))
    const told = new Set([...rows.map((row) => routeKey(row.operation.method, `/api/v1${row.operation.path}`)), ...otherRoutes.map((route) => routeKey(route.method, route.path))])
    expect(running.filter((route) => !told.has(route))).toEqual([])
    expect([...told].filter((route) => !running.includes(route))).toEqual([])
  })

  test.each(rows.map((row) => [`${row.operation.name}: ${row.about}`, row] as const))('%s', async (_name, row) => {
    const actual: Partial<Record<CallerName, string>> = {}
    const wanted = expected(row)
    // Whoever is refused changes nothing, so all of them may try the same, unless it is made for one of them.
    const shared = await row.input(world, { name: 'anonymous', id: idOf(world, 'anonymous') })
    const tokens = await world.tokensOf(CALLERS, row.operation.needs)
    const sharedBy = (name: CallerName) => wanted[name] === 'not_signed_in' || wanted[name] === 'scope_missing' || (wanted[name] !== 'ok' && row.input.length < 2)
    for (const name of CALLERS) {
      const input = sharedBy(name) ? shared : await row.input(world, { name, id: idOf(world, name) })
      const said = await say(world, row.operation, input, tokens.get(name) ?? null)
      actual[name] = said.answer
      if (name !== 'insider' && said.body.includes(SECRET)) actual[name] = `${said.answer}, and names the private space`
      if (name === 'stranger' && !row.forAnyone && (said.body.includes(world.app.workspaceId) || said.body.includes(world.people.insider))) actual[name] = `${said.answer}, and tells of this workspace`
    }
    expect(actual).toEqual(wanted)
  })

  test.each([...firstRows].map(([name, row]) => [name, row] as const))('an unknown key is refused: %s', async (_name, row) => {
    const name = row.answers.owner === 'ok' ? 'owner' : 'insider'
    const input = await row.input(world, { name, id: idOf(world, name) })
    const token = row.forAnyone ? null : await world.tokenOf(name, row.operation.needs)
    expect((await say(world, row.operation, { ...input, workspaceId: world.app.workspaceId, role: 'owner', isAdmin: true }, token)).answer).toBe('bad_input')
  })

  test.each(otherRoutes.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', async (_name, route) => {
    const actual: Partial<Record<CallerName, number>> = {}
    const tokens = await world.tokensOf(CALLERS, 'account:read')
    for (const name of CALLERS) actual[name] = await route.ask(world, tokens.get(name) ?? null)
    expect(actual).toEqual(route.answers)
  })
})
