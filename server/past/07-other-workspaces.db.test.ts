import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readMe } from '#contract/account.ts'
import { address } from '#contract/client.ts'
import { acceptInvite, invitePerson, readInvite, renewInvite, revokeInvite } from '#contract/members.ts'
import { changes, FILE_BODY } from '#contract/operation.ts'
import type { Row } from '#server/permissions/rows.ts'
import { buildWorld, OTHER_WORKSPACE } from '#server/permissions/world.ts'
import type { World } from '#server/permissions/world.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { shortId } from '#server/platform/ids.ts'
import { codeOf, weekdays } from '#server/app.test-kit.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

const SERVER = join(import.meta.dirname, '..')
const files = readdirSync(SERVER).map((room) => join(SERVER, room, 'permission-rows.ts')).filter((file) => existsSync(file))
const rows: Row[] = (await Promise.all(files.map((file) => import(file) as Promise<{ permissionRows: readonly Row[] }>))).flatMap((room) => room.permissionRows)
const JOINING = { name: 'Nia New', password: 'a long password', zone: 'Europe/Berlin', weeks: [weekdays('09:00', '17:00')] }
const LONG = process.env['LONGHAND_LONG'] !== undefined
/** The lean run tries every so manieth write. */
const EVERY = LONG ? 1 : 4
const WAYS_IN = /^(?:account|invites|demo)\./

describeOnNewest('past/07 and past/08: another workspace of the same server', (on) => {
  let world: World
  beforeAll(async () => { world = await buildWorld(on) })
  afterAll(() => world.app.stop())

  /** What stands in each table for this workspace, as one number each. */
  async function contents(): Promise<Record<string, string>> {
    const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id' and table_name not in ('idempotency', 'credential') order by 1`.execute(on.db)
    const all = await Promise.all(tables.map(async ({ name }) => [name, (await sql<{ n: string }>`select count(*) || ' ' || coalesce(sum(hashtext(to_jsonb(t)::text)), 0) as n from ${sql.table(name)} t where workspace_id = ${world.app.workspaceId}`.execute(on.db)).rows[0]?.n ?? ''] as const))
    return Object.fromEntries(all)
  }

  test('its owner changes not one row here, by any write, with ids of this one in every field', async () => {
    const targets = new Map(rows.filter((row) => changes(row.operation) && !row.forAnyone && !WAYS_IN.test(row.operation.name)).toReversed().map((row) => [row.operation.name, row]))
    const token = (await world.app.sessionOf(world.people.stranger, OTHER_WORKSPACE)).token
    const calls: { name: string; send: () => Promise<number> }[] = []
    for (const { operation, input } of [...targets.values()].filter((_row, at) => at % EVERY === 0)) {
      const given = await input(world, { name: 'insider', id: world.people.insider })
      const { url, body } = address('', operation, given)
      const type = operation.takes === 'file' ? FILE_BODY : 'application/json'
      calls.push({ name: operation.name, send: async () => (await world.app.app.http.inject({ method: operation.method as 'POST', url, headers: { authorization: `Bearer ${token}`, 'content-type': type }, payload: operation.takes === 'file' ? Buffer.from('x') : body ?? '{}' })).statusCode })
    }
    // What the rows above left to be done is done first, such as planning when people are told.
    await world.app.advanceTo(world.app.app.platform.clock.now().add({ minutes: 1 }).toString())
    const before = await contents()
    for (const { name, send } of calls) expect([name, await send() < 500]).toEqual([name, true])
    expect(await contents()).toEqual(before)
    expect(calls.length).toBeGreaterThan(LONG ? 120 : 25)
  })

  test('an invitation opens the workspace and the role that it was made for, whoever holds it and wherever they are signed in', async () => {
    const owner = await world.as('owner')
    const made = async (email: string) => { const { link, invite } = await owner(invitePerson, { email }); return { token: link.split('/').at(-1) ?? '', id: invite.id } }
    const first = await made('nia@example.com')
    const moved = first.token.replace(shortId(world.app.workspaceId), shortId(OTHER_WORKSPACE))
    expect(moved).not.toBe(first.token)
    for (const token of [moved, `${first.token}x`, first.token.slice(0, -1)]) expect(await codeOf(world.app.visitor(acceptInvite, { token, ...JOINING }))).toBe('not_found')
    expect(await codeOf(world.app.visitor(acceptInvite, { token: first.token, ...JOINING, role: 'owner', workspaceId: OTHER_WORKSPACE } as never))).toBe('bad_input')
    const stranger = await world.as('stranger')
    const { me, token: session } = await stranger(acceptInvite, { token: first.token, ...JOINING })
    expect([me.workspace.id, me.person.role, me.person.email]).toEqual([world.app.workspaceId, 'member', 'nia@example.com'])
    expect((await world.app.as(session)(readMe, {})).workspace.id).toBe(world.app.workspaceId)
    expect(await codeOf(world.app.visitor(acceptInvite, { token: first.token, ...JOINING }))).toBe('link_used')
    const second = await made('noa@example.com')
    expect([await codeOf(stranger(revokeInvite, { id: second.id })), await codeOf(stranger(renewInvite, { id: second.id }))]).toEqual(['not_found', 'not_found'])
    const renewed = (await owner(renewInvite, { id: second.id })).link.split('/').at(-1) ?? ''
    expect(await codeOf(world.app.visitor(readInvite, { token: second.token }))).toBe('link_expired')
    await owner(revokeInvite, { id: (await owner(renewInvite, { id: (await on.db.selectFrom('credential').select('id').where('kind', '=', 'invite').where('revoked_at', 'is', null).where('used_at', 'is', null).orderBy('id', 'desc').executeTakeFirstOrThrow()).id })).invite.id })
    for (const token of [second.token, renewed]) expect(await codeOf(world.app.visitor(acceptInvite, { token, ...JOINING }))).toBe('link_expired')
    const third = await made('liv@example.com')
    await on.db.updateTable('credential').set({ expires_at: world.app.app.platform.clock.now() }).where('kind', '=', 'invite').where('id', '=', third.id).execute()
    expect(await codeOf(world.app.visitor(acceptInvite, { token: third.token, ...JOINING }))).toBe('link_expired')
  })
})
