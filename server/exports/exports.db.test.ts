import { downloadFile, uploadFile } from '#contract/files.ts'
import { deleteEntry, listEntries } from '#contract/entries.ts'
import { exportFiles, takeEntries, takeWorkspace } from '#contract/exports.ts'
import type { Call } from '#contract/client.ts'
import { acceptInvite, invitePerson } from '#contract/members.ts'
import { createPage } from '#contract/pages.ts'
import { createSpace } from '#contract/spaces.ts'
import { postReply, postThread, react } from '#contract/threads.ts'
import { DEMO_BEGINS } from '#server/demo/public.ts'
import type { Seeded } from '#server/demo/seed.ts'
import { describeOnDemo } from '#server/demo/told.test-kit.ts'
import { PNG, send } from '#server/files/files.test-kit.ts'
import { codeOf, startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

const SECRET = 'Quetzalcoatl'
type Files = Map<string, string>

describeOnDemo('an export', (on, demo) => {
  let app: TestApp
  let seeded: Seeded
  let people: Record<'mei' | 'ben' | 'guest', TestPerson>
  let secret = 0
  beforeAll(async () => {
    app = await startTestApp(on, { clock: DEMO_BEGINS })
    const { platform } = app.app
    seeded = demo()
    const [mei, ben, guest] = Object.values(seeded.people)
    const of = (id: string | undefined) => app.sessionOf(id ?? '', seeded.workspaceId)
    people = { mei: await of(mei), ben: await of(ben), guest: await of(guest) }
    await platform.db.updateTable('person').set({ role: 'owner' }).where('id', '=', people.mei.id).execute()
    await platform.db.updateTable('person').set({ role: 'member' }).where('id', '=', people.ben.id).execute()
    await platform.db.updateTable('person').set({ role: 'guest' }).where('id', '=', people.guest.id).execute()
    secret = await tellMore()
  })
  afterAll(() => app.stop())

  /** What the story has not: a private space, a picture, marks of ours in a text, a deleted reply, a page. */
  async function tellMore(): Promise<number> {
    const closed = await people.ben.call(createSpace, { name: 'Closed & quiet', visibility: 'private' })
    const hidden = await send(people.ben, 'secret.txt', SECRET)
    const { number } = await people.ben.call(postThread, { spaceId: closed.id, title: `About ${SECRET}`, body: `${SECRET} ${hidden.markdown}`, files: [hidden.id] })
    const [open = ''] = Object.values(seeded.spaces)
    const picture = await send(people.mei, 'A pixel (1).png', PNG)
    const thread = await people.mei.call(postThread, { spaceId: open, title: '../Odd: title / "quoted"', body: `Look:\r\n\r\n${picture.markdown}\n\n<!-- longhand:section {"reply":1} -->\n\n## Ann\n\nperson:mei`, files: [picture.id] })
    const reply = await people.ben.call(postReply, { number: thread.number, body: 'First.\n', quote: { text: 'Look' } })
    await people.mei.call(react, { number: thread.number, replyId: reply.id, emoji: '👍' })
    const page = await people.mei.call(createPage, { spaceId: open, kind: 'runbook', title: 'Restart', text: '---\nx: 1\n---\n\n# Restart\n\n1. Stop it.\n' })
    await people.mei.call(createPage, { spaceId: open, kind: 'reference', title: 'Below', text: '', parent: page.number, tags: ['a'] })
    const gone = await people.mei.call(postThread, { spaceId: open, title: `Gone ${SECRET}`, body: SECRET })
    await people.mei.call(deleteEntry, { number: gone.number })
    return number
  }

  async function exportAs(call: Call, limit = 40): Promise<{ files: Files; attachments: Map<string, { id: string; sha256: string }> }> {
    const files: Files = new Map()
    const attachments = new Map<string, { id: string; sha256: string }>()
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await call(exportFiles, { limit, ...(cursor !== undefined && { cursor }) }) as Awaited<ReturnType<typeof pageType>>
      for (const { path, text } of page.files) { expect(files.has(path)).toBe(false); files.set(path, text) }
      for (const { path, id, sha256 } of page.attachments) attachments.set(path, { id, sha256 })
      cursor = page.next
    }
    return { files, attachments }
  }
  const pageType = () => people.mei.call(exportFiles, {})
  const numbersIn = (files: Files) => [...files.keys()].flatMap((path) => /^spaces\/[^/]+\/(\d{4,})-/.exec(path)?.[1] ?? []).map(Number).toSorted((a, b) => a - b)
  async function seenBy(call: Call): Promise<number[]> {
    const numbers: number[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await call(listEntries, { limit: 200, ...(cursor !== undefined && { cursor }) }) as { items: { number: number }[]; next: string | null }
      numbers.push(...page.items.map(({ number }) => number))
      cursor = page.next
    }
    return numbers.toSorted((a, b) => a - b)
  }

  test('past/06: holds for each role exactly what they see, and no file that they may not read', async () => {
    const all = { ...people, stranger: app.owner }
    for (const [name, { call }] of Object.entries(all)) {
      const { files, attachments } = await exportAs(call)
      expect([name, numbersIn(files)]).toEqual([name, await seenBy(call)])
      for (const { id } of attachments.values()) expect([name, await codeOf(call(downloadFile, { id, name: 'x' }))]).not.toEqual([name, 'not_found'])
      expect([name, [...files.values()].join('\n').includes(SECRET)]).toEqual([name, name === 'ben'])
    }
    const { files } = await exportAs(people.ben.call)
    expect([...files.keys()]).toContain(`spaces/closed-quiet/${String(secret).padStart(4, '0')}-about-quetzalcoatl.md`)
    expect((await exportAs(people.ben.call)).files.get('people.md')?.match(/email:/g)?.length).toBe(1)
  })

  test('is the same whenever it is made, in pages of any size', async () => {
    const [first, second] = [await exportAs(people.mei.call), await exportAs(people.mei.call, 7)]
    expect([...second.files]).toEqual([...first.files])
    const odd = [...first.files].find(([path]) => path.includes('odd-title'))?.[1] ?? ''
    expect(odd).toContain('](files/')
    expect(odd).toMatch(/\]\(files\/[0-9a-f]{12}\/a-pixel-1\.png\)/)
    expect(odd).not.toContain('/files/0')
    expect([...first.files.keys()].some((path) => /\/decisions\/\d{4}-.*\.md$/.test(path))).toBe(true)
  })

  test('comes back into an empty workspace as the same record, field by field', async () => {
    const { files, attachments } = await exportAs(people.mei.call)
    const sent = [...files].map(([path, text]) => ({ path, text }))
    const entries = sent.filter(({ path }) => /^spaces\/[^/]+\/\d{4,}-/.test(path))
    const { call } = app.owner
    await call(takeWorkspace, { files: sent.filter(({ path }) => ['longhand.yaml', 'people.md'].includes(path)) })
    await call(takeWorkspace, { files: sent.filter(({ path }) => path.endsWith('/space.md') || path === 'agreement/history.yaml') })
    await call(takeWorkspace, { files: sent.filter(({ path }) => /^agreement\/\d/.test(path)) })
    const uploaded: { path: string; id: string }[] = []
    for (const path of attachments.keys()) uploaded.push({ path, id: (await call(uploadFile, { name: 'A pixel (1).png' }, { file: new Blob([new Uint8Array(PNG)]) })).id })
    for (const pass of ['names', 'texts'] as const) {
      for (let at = 0; at < entries.length; at += 20) {
        const batch = entries.slice(at, at + 20)
        const given = { pass, files: batch, ...(pass === 'texts' && { attachments: uploaded }) }
        expect(await call(takeEntries, given)).toMatchObject({ taken: batch.length, known: 0 })
      }
    }
    expect(await call(takeEntries, { pass: 'texts', files: entries.slice(0, 5) })).toMatchObject({ taken: 0, known: 5 })
    const again = await exportAs(call)
    const rest = (some: Files) => Object.fromEntries([...some].filter(([path]) => files.has(path) && !['people.md', 'longhand.yaml'].includes(path)).map(([path, text]) => [path, text.replace('  - olga-owner\n', '')]))
    expect(rest(again.files)).toEqual(rest(files))
    expect([...again.attachments].map(([path, { sha256 }]) => [path, sha256])).toEqual([...attachments].map(([path, { sha256 }]) => [path, sha256]))
    const mails = app.mails.length
    await app.advanceTo(app.app.platform.clock.now().add({ minutes: 2 }).toString())
    expect(app.mails.slice(mails)).toEqual([])
  })

  test('goes in nowhere else, and damaged files are named', async () => {
    const { call } = app.owner
    const entry = (text: string) => call(takeEntries, { pass: 'names', files: [{ path: 'spaces/x/0900-x.md', text }] })
    expect(await codeOf(people.mei.call(takeEntries, { pass: 'names', files: [{ path: 'a.md', text: '---\nlonghand: 1\n---\n\nx\n' }] }))).toBe('conflict')
    expect(await codeOf(people.ben.call(takeWorkspace, { files: [{ path: 'people.md', text: 'x' }] }))).toBe('not_allowed')
    for (const text of ['x', '---\n- 1\n---\n\nx\n', '---\nlonghand: 2\n---\n\nx\n', '---\nlonghand: 1\nnumber: 900\n---\n\nx\n', '---\na: &a [1]\nb: [*a, *a]\nlonghand: 1\n---\n\nx\n', '---\n__proto__: {number: 1}\nlonghand: 1\n---\n\nx\n']) expect([text, await codeOf(entry(text))]).toEqual([text, 'bad_input'])
  })

  test('an open ask that came in waits without a clock for its answerer, and gives them its whole time from when they come', async () => {
    const asks = async () => (await sql<{ id: string; email: string; due_at: Temporal.Instant; state: string; timed: boolean }>`select a.entry_id as id, p.email, a.due_at, a.state, exists (select from timer t where t.workspace_id = a.workspace_id and t.key = a.entry_id::text and t.kind like 'ask.%') as timed
      from ask a join person p on p.workspace_id = a.workspace_id and p.id = a.answerer_id where a.workspace_id = ${app.workspaceId}::uuid and a.state in ('open', 'seen', 'clarified', 'overdue', 'escalated') order by a.entry_id`.execute(on.db)).rows
    const waiting = await asks()
    expect(waiting.length).toBeGreaterThan(1)
    expect(waiting.filter(({ timed }) => timed)).toEqual([])
    // The days of the demo beside it would be lived too, which takes half a minute and tells nothing of these asks.
    await on.db.deleteFrom('timer').where('workspace_id', '=', seeded.workspaceId).execute()
    await app.advanceTo(app.app.platform.clock.now().add({ hours: 24 * 60 }).toString())
    expect((await asks()).map(({ id, state, timed }) => [id, state, timed])).toEqual(waiting.map(({ id, state }) => [id, state, false]))
    const [{ email } = { email: '' }] = waiting
    const { link } = await app.owner.call(invitePerson, { email })
    await app.visitor(acceptInvite, { token: link.split('/').at(-1) ?? '', name: 'Comes', password: 'a long password', zone: 'Europe/Lisbon', weeks: [weekdays('09:00', '17:00')] })
    const now = app.app.platform.clock.now()
    for (const ask of await asks()) expect([ask.id, ask.timed, Temporal.Instant.compare(ask.due_at, now) > 0, ask.state === 'open' || ask.state === 'seen']).toEqual(ask.email === email ? [ask.id, true, true, true] : [ask.id, false, expect.any(Boolean), expect.any(Boolean)])
  })
})
