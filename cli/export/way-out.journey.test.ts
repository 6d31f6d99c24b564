import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createDecision } from '#contract/decisions.ts'
import { createPage, readPage } from '#contract/pages.ts'
import { postReply, postThread } from '#contract/threads.ts'
import { DEMO_BEGINS } from '#server/demo/public.ts'
import { describeOnDemo } from '#server/demo/told.test-kit.ts'
import { PNG, send } from '#server/files/files.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen, makeHome } from '../cli.test-kit.ts'
import type { Home } from '../cli.test-kit.ts'

/** More than the server lets anybody have that no text uses. */
const PICTURES = 120
const A_TEXT = 10
const LINK = /\]\((?:\.\.\/)*files\/[^)]+\)/g

describeOnDemo('out by the command line, and in again', (on, demo) => {
  let app: TestApp, home: Home, mei: TestPerson, url: string, page: number
  beforeAll(async () => {
    app = await startTestApp(on, { clock: DEMO_BEGINS })
    url = await listen(app)
    home = makeHome()
    const seeded = demo()
    mei = await app.sessionOf(Object.values(seeded.people)[0] ?? '', seeded.workspaceId)
    await app.app.platform.db.updateTable('person').set({ role: 'owner' }).where('id', '=', mei.id).execute()
    const [spaceId = ''] = Object.values(seeded.spaces)
    const picture = await send(mei, 'A pixel (1).PNG', PNG)
    const notes = await send(mei, 'Notizen für März.txt', Buffer.from([0xff, 0, 1, 2]))
    page = (await mei.call(createPage, { spaceId, kind: 'runbook', title: 'With files', text: `${picture.markdown}\n\n[again](/files/${picture.id}/typed.png)\n\n[n]: ${notes.url}\n` })).number
    const content = { title: 'Where pictures go', needed: `See ${notes.markdown}.`, context: picture.markdown, options: ['a', 'b'].map((id) => ({ id, title: id, body: notes.markdown, tradeOffs: [] })) }
    const { number: decision } = await mei.call(createDecision, { spaceId, content: content as never })
    await sql`update decision set state = 'decided', file_name = '0042-pictures.md', adr_number = 42, chosen_option = 'a', decided_at = now(), signed_at = now(), signed_by = ${mei.id}::uuid where entry_id = (select id from entry where number = ${decision} and workspace_id = ${seeded.workspaceId}::uuid)`.execute(app.app.platform.db)
    const { number } = await mei.call(postThread, { spaceId, title: 'Many pictures', body: 'Look.' })
    for (let at = 0; at < PICTURES; at += A_TEXT) {
      const files = await Promise.all(Array.from({ length: A_TEXT }, (_, index) => send(mei, `shot ${at + index}.txt`, `Shot ${at + index}`)))
      await mei.call(postReply, { number, body: files.map(({ markdown }) => markdown).join('\n'), files: files.map(({ id }) => id) })
    }
  })
  afterAll(async () => { await app.stop(); home.remove() })
  const run = (who: TestPerson, args: string[]) => home.run(args, { env: { LONGHAND_URL: url, LONGHAND_TOKEN: who.token } })
  const filesIn = (folder: string): Map<string, Buffer> => new Map(readdirSync(join(home.folder, folder), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name)).toSorted().map((path) => [path.slice(join(home.folder, folder).length + 1), readFileSync(path)]))

  test('attached files stand beside the texts, and every link in a text leads to one', async () => {
    const ran = await run(mei, ['export', 'notes'])
    expect([ran.code, ran.said.slice(-300)]).toEqual([0, expect.any(String)])
    const files = filesIn('notes')
    const attached = [...files.keys()].filter((path) => /\/files\/[0-9a-f]{12}\//.test(path))
    expect(attached.length).toBe(PICTURES + 2)
    expect(attached.filter((path) => !createHash('sha256').update(files.get(path) ?? '').digest('hex').startsWith(path.split('/').at(-2) ?? '?'))).toEqual([])
    const broken: string[] = []
    let links = 0
    for (const [path, bytes] of files) {
      if (!path.endsWith('.md')) continue
      for (const [link] of bytes.toString().matchAll(LINK)) {
        links += 1
        if (!files.has(join(dirname(path), link.slice(2, -1)))) broken.push(`${path}: ${link}`)
      }
    }
    expect(broken.filter((one) => !one.includes('typed.png'))).toEqual([])
    expect(links).toBeGreaterThan(PICTURES + 8)
    const record = [...files].find(([path]) => path.endsWith('decisions/0042-pictures.md'))
    expect(record?.[1].toString()).toContain('(../files/')
    expect([...files.values()].some((bytes) => bytes.includes('(/files/'))).toBe(false)
  })

  test('the same record comes in with the same bytes, also after a cut, and goes out as the same files', async () => {
    const first = await run(app.owner, ['import', 'longhand', 'notes'])
    expect([first.code, first.out, first.said.slice(-300)]).toEqual([0, expect.stringContaining(`${PICTURES + 2} attached files are here`), expect.any(String)])
    expect(await run(app.owner, ['import', 'longhand', 'notes'])).toMatchObject({ code: 0, out: expect.stringContaining('since before') })
    expect(await run(app.owner, ['export', 'again'])).toMatchObject({ code: 0 })
    const [went, came] = [filesIn('notes'), filesIn('again')]
    const own = (path: string): boolean => ['people.md', 'longhand.yaml', '.longhand-export.json'].includes(path) || path.endsWith('/space.md')
    expect([...came.keys()].filter((path) => !own(path))).toEqual([...went.keys()].filter((path) => !own(path)))
    expect([...came].filter(([path, bytes]) => !own(path) && !went.get(path)?.equals(bytes)).map(([path]) => path)).toEqual([])
    const { text } = await app.owner.call(readPage, { number: page })
    const [, id = '', name = ''] = /\/files\/([0-9a-f-]{36})\/([^)]+)\)/.exec(text) ?? []
    const answer = await fetch(`${url}/files/${id}/${name}`, { headers: { authorization: `Bearer ${app.owner.token}` } })
    expect(Buffer.from(await answer.arrayBuffer()).equals(PNG)).toBe(true)
    expect(await on.db.selectFrom('file').select('name').where('workspace_id', '=', app.workspaceId).where('state', '<>', 'used').execute()).toEqual([])
  })

  test('past/26: whatever stands in names and paths, nothing is written outside of the folder', async () => {
    const hostile = '../../../../escaped'
    mkdirSync(join(home.folder, 'deep/er'), { recursive: true })
    for (const [table, column] of [['file', 'name'], ['entry', 'title'], ['person', 'name'], ['decision', 'file_name'], ['decision_source', 'path']] as const) {
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${hostile} where workspace_id = ${demo().workspaceId}::uuid`.execute(on.db)
    }
    await sql`update space set name = ${hostile} || id::text where workspace_id = ${demo().workspaceId}::uuid`.execute(on.db)
    await sql`update page set source = jsonb_build_object('path', ${hostile}::text, 'importedBy', ${mei.id}::text) where workspace_id = ${demo().workspaceId}::uuid`.execute(on.db)
    const before = [...filesIn('.').keys()]
    expect((await run(mei, ['export', 'deep/er/notes'])).code).toBe(0)
    const written = filesIn('deep/er/notes').size
    expect(written).toBeGreaterThan(50)
    rmSync(join(home.folder, 'deep'), { recursive: true })
    expect([...filesIn('.').keys()]).toEqual(before)
    expect(existsSync(join(home.folder, '..', 'escaped'))).toBe(false)
  })
})
