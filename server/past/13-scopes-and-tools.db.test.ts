import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createToken } from '#contract/access.ts'
import { address } from '#contract/client.ts'
import { OPERATIONS } from '#contract/index.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { SCOPES } from '#contract/scopes.ts'
import type { Scope } from '#contract/scopes.ts'
import type { Row } from '#server/permissions/rows.ts'
import { buildWorld } from '#server/permissions/world.ts'
import type { CallerName, World } from '#server/permissions/world.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { toolName } from '#server/platform/mcp/tools.ts'
import { codeOf } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const LONG = process.env['LONGHAND_LONG'] !== undefined
/** Of each scope alone and of all but one, the lean run looks at every so manieth. */
const EVERY = LONG ? 1 : 9
const SERVER = join(import.meta.dirname, '..')
const files = readdirSync(SERVER).map((room) => join(SERVER, room, 'permission-rows.ts')).filter((file) => existsSync(file))
const rows: Row[] = (await Promise.all(files.map((file) => import(file) as Promise<{ permissionRows: readonly Row[] }>))).flatMap((room) => room.permissionRows)
const NOBODY = '00000000-0000-7000-8000-00000000dead'

describeOnNewest('past/13 and past/14: tools and scopes', (on) => {
  let world: World
  beforeAll(async () => { world = await buildWorld(on) })
  afterAll(() => world.app.stop())

  async function byHttp(operation: AnyOperation, input: Record<string, unknown>, token: string): Promise<string> {
    const { url, body } = address('', operation, input)
    const answer = await world.app.app.http.inject({ method: operation.method as 'GET', url, headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) }, ...(body !== undefined && { payload: body }) })
    return answer.statusCode < 300 ? 'ok' : String((JSON.parse(answer.body) as { code?: string }).code)
  }
  async function byTool(operation: AnyOperation, input: Record<string, unknown>, token: string): Promise<string> {
    const answer = await world.app.app.http.inject({
      method: 'POST', url: '/mcp', headers: { accept: 'application/json, text/event-stream', authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      payload: { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: toolName(operation), arguments: JSON.parse(JSON.stringify(input)) as Record<string, unknown> } },
    })
    return answer.body.includes('"isError":true') ? /"code":"(\w+)"/.exec(answer.body)?.[1] ?? answer.body : answer.statusCode === 200 ? 'ok' : String(answer.statusCode)
  }

  test('a tool answers everybody as the operation does, whatever it is asked about', async () => {
    const callers: readonly CallerName[] = LONG ? ['guest', 'member', 'insider', 'admin', 'owner', 'stranger'] : ['guest', 'owner', 'stranger']
    const tools = rows.filter(({ operation, forAnyone }) => operation.tool && !forAnyone).filter((_row, at) => LONG || at % 4 === 0)
    for (const { operation, about, input, answers } of tools) {
      for (const name of callers) {
        if (name === 'anonymous' || name === 'deactivated' || name === 'readOnly' || name === 'otherScopes') continue
        const given = await input(world, { name, id: world.people[name] })
        expect([operation.name, about, name, await byTool(operation, given, await world.tokenOf(name, operation.needs) ?? '')]).toEqual([operation.name, about, name, answers[name]])
      }
    }
    expect(tools.length).toBeGreaterThan(LONG ? 100 : 20)
  })

  test('a token has the scopes that were asked for, and no more', async () => {
    const sets: Scope[][] = [...SCOPES.map((scope) => [scope]), ...SCOPES.map((scope) => SCOPES.filter((other) => other !== scope))].filter((_set, at) => at % EVERY === 0)
    const { call } = await world.app.sessionOf(world.people.owner)
    for (const scopes of sets) {
      const { token, view } = await call(createToken, { label: 'some', scopes })
      expect(view.scopes).toEqual(scopes)
      for (const operation of OPERATIONS.filter(({ needs, name }) => needs !== 'anyone' && name !== 'account.sign-out' && name !== 'account.end-other-sessions')) {
        // An id of nothing, and no input beside: what is in scope goes on to be refused for what was sent, and changes nothing.
        const names = Object.fromEntries([...operation.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, name === 'number' || name === 'step' || name === 'version' ? 999_999 : NOBODY]))
        const code = await byHttp(operation, { ...names, ...(operation.method !== 'GET' && { nothingLikeThis: true }) }, token)
        expect([scopes.length, operation.name, code === 'scope_missing']).toEqual([scopes.length, operation.name, !scopes.includes(operation.needs as Scope)])
      }
    }
  })

  test.each<[string, unknown]>([
    ['a star', ['*']], ['one that is right and a star', ['threads:read', '*']], ['all of a kind', ['threads:*']], ['two in one text', ['threads:read threads:write']], ['one text', 'threads:read'], ['none of ours', ['root']],
    ['another case', ['Threads:Read']], ['a space behind', ['threads:read ']], ['a list in a list', [['threads:read']]], ['a number', [1]], ['null', [null]], ['an object', { 0: 'threads:read' }],
  ])('scopes that are not ours make no token: %s', async (_what, scopes) => {
    const { call } = await world.app.sessionOf(world.people.owner)
    expect(await codeOf(call(createToken, { label: 'odd', scopes: scopes as Scope[] }))).toBe('bad_input')
  })

  test('a scope twice is a scope, and a token widens nothing by itself', async () => {
    const { call } = await world.app.sessionOf(world.people.owner)
    const { token, view } = await call(createToken, { label: 'twice', scopes: ['threads:read', 'threads:read', 'account:write'] })
    expect(view.scopes).toEqual(['threads:read', 'account:write'])
    expect(await codeOf(world.app.as(token)(createToken, { label: 'wider', scopes: [...SCOPES] }))).toBe('not_allowed')
  })
})
