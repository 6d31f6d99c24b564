import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createToken } from '#contract/access.ts'
import { changeRole } from '#contract/members.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { describeOnCli } from '../cli.test-kit.ts'

describeOnCli('longhand audit', (cli) => {
  test('shows who did what, follows the chain, and notices what was changed since it last looked', async () => {
    const { owner } = cli.app
    const ben = await cli.app.person('Ben')
    await owner.call(changeRole, { id: ben.id, role: 'admin' })
    await ben.call(createToken, { label: 'Script', scopes: ['search:read'] })

    const shown = await cli.as(owner, ['audit', '--limit', '2'])
    expect([shown.code, shown.out.split('\n').map((line) => line.replace(/ \(.*$/, '').trim())]).toEqual([0, ['3  Ben made a personal token for search:read.', '2  Olga Owner changed what Ben is here from member to admin.', '']])
    expect((await cli.as(ben, ['audit', '--mine', '--json'])).out).toContain('member.role-changed')

    const first = await cli.as(owner, ['audit', '--verify'])
    expect([first.code, first.out]).toEqual([0, expect.stringMatching(/^3 lines follow from the first to the last, which is\n3:[0-9a-f]{64}\nThis machine remembers it/)])

    const file = join(cli.home.folder, 'audit.jsonl')
    expect((await cli.as(owner, ['audit', '--save', file])).code).toBe(0)
    expect((await cli.as(owner, ['audit', '--verify', '--file', file])).code).toBe(0)
    writeFileSync(file, readFileSync(file, 'utf8').replace('"to":"admin"', '"to":"guest"'))
    expect(await cli.as(owner, ['audit', '--verify', '--file', file])).toMatchObject({ code: 1, out: 'What line 2 says was changed.\n' })

    const { db } = cli.app.app.platform
    await sql`delete from audit_line where workspace_id = ${cli.app.workspaceId} and seq = 3`.execute(db)
    await sql`update audit_head set seq = 2, hash = (select hash from audit_line where workspace_id = ${cli.app.workspaceId} and seq = 2) where workspace_id = ${cli.app.workspaceId}`.execute(db)
    expect(await cli.as(owner, ['audit', '--verify'])).toMatchObject({ code: 1, out: 'The log does not end where it should: at line 3.\n' })
    expect(await cli.as(owner, ['audit', '--verify', '--head', 'nothing'])).toMatchObject({ code: 2 })
  })
})
