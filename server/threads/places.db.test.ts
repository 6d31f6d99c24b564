import { listInbox } from '#contract/attention.ts'
import { listEntries } from '#contract/entries.ts'
import { postWrap } from '#contract/handoffs.ts'
import { createSpace, editSpace } from '#contract/spaces.ts'
import { deleteReply, editReply, elevate, listLinks, listSaved, listThreads, moveThread, postReply, postThread, readThread, restoreReply, saveForLater, splitThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** Stands in what some may not see. */
const SECRET = 'Quetzalcoatl'

describeOnNewest('where threads stand', (on) => {
  let app: TestApp
  let ann: TestPerson
  let bob: TestPerson
  let hidden = ''
  beforeAll(async () => {
    app = await startTestApp(on)
    ann = await app.person('Ann')
    bob = await app.person('Bob')
    hidden = (await ann.call(createSpace, { name: 'Hidden', visibility: 'private' })).id
  })
  afterAll(() => app.stop())
  const open = async (title: string, body = '', spaceId = app.spaceId) => (await ann.call(postThread, { spaceId, title, body })).number
  const linked = async (person: TestPerson, number: number) => (await person.call(listLinks, { number })).links.map((link) => `${link.how} ${link.direction} #${link.number}`).toSorted()

  test('links show at both ends, as the texts read now, to those who see the other end', async () => {
    const target = await open('Target')
    const secret = await open(SECRET, `About #${target}.`, hidden)
    const source = await open('Source', `See #${target}, not \`#${secret}\`.`)
    expect(await linked(ann, target)).toEqual([`mentions from #${source}`, `mentions from #${secret}`].toSorted())
    expect(await linked(bob, target)).toEqual([`mentions from #${source}`])
    const reply = await bob.call(postReply, { number: source, body: `And #${secret}? And #99999.` })
    expect(await linked(ann, source)).toEqual([`mentions to #${secret}`, `mentions to #${target}`].toSorted())
    expect(await linked(bob, source)).toEqual([`mentions to #${target}`])
    expect(JSON.stringify(await bob.call(readThread, { number: source }))).not.toContain(SECRET)
    await bob.call(editReply, { id: reply.id, body: 'Never mind.' })
    expect(await linked(ann, secret)).toEqual([`mentions to #${target}`])
    await bob.call(editReply, { id: reply.id, body: `#${secret} again.` })
    await bob.call(deleteReply, { id: reply.id })
    expect(await linked(ann, secret)).toEqual([`mentions to #${target}`])
    await bob.call(restoreReply, { id: reply.id })
    expect(await linked(ann, secret)).toEqual([`mentions from #${source}`, `mentions to #${target}`].toSorted())
  })

  test('wraps link too', async () => {
    const number = await open('Named in a wrap')
    const wrap = await bob.call(postWrap, { spaceId: app.spaceId, state: 'Fine.', nextAction: `Answer #${number}.`, mostImportant: 'Sleep.' })
    expect(await linked(bob, number)).toEqual([`mentions from #${wrap.number}`])
    expect(await linked(bob, wrap.number)).toEqual([`mentions to #${number}`])
  })

  test('a split takes replies along by their ids, with a summary, and links both ends', async () => {
    const number = await open('Long')
    const kept = await bob.call(postReply, { number, body: 'On topic.' })
    const first = await bob.call(postReply, { number, body: 'Something else.' })
    const second = await ann.call(postReply, { number, body: 'Indeed.', quote: { replyId: first.id, text: 'Something else' } })
    await bob.call(saveForLater, { number, replyId: second.id, saved: true })
    const made = await ann.call(splitThread, { number, replyIds: [second.id, first.id], title: 'Else', summary: 'Came up in passing.' })
    expect(made).toMatchObject({ title: 'Else', body: 'Came up in passing.', replies: 2 })
    expect(made.items.map((reply) => [reply.seq, reply.id])).toEqual([[1, first.id], [2, second.id]])
    expect(made.items[1]?.quote).toMatchObject({ replyId: first.id, authorName: 'Bob' })
    const old = await bob.call(readThread, { number })
    expect(old.items.map((reply) => [reply.kind, reply.body])).toEqual([['reply', 'On topic.'], ['split', `Went on in #${made.number}: Else`]])
    expect(old.items[0]?.id).toBe(kept.id)
    expect(await linked(bob, number)).toContain(`split to #${made.number}`)
    expect(await linked(bob, made.number)).toContain(`split from #${number}`)
    expect((await bob.call(listSaved, {})).items.find((item) => item.replyId === second.id)?.number).toBe(made.number)
    expect((await bob.call(readThread, { number: made.number })).following).toBe('following')
    expect(await codeOf(ann.call(splitThread, { number, replyIds: [first.id], title: 'x', summary: 'x' }))).toBe('bad_input')
  })

  test('past/05: what was moved to where somebody may not see it is gone from lists, links, items, kept texts and streams', async () => {
    const other = await open('Other end')
    const number = await open(`Plan ${SECRET}`, `#${other}`)
    const reply = await bob.call(postReply, { number, body: 'I am in.' })
    await bob.call(saveForLater, { number, replyId: reply.id, saved: true })
    await ann.call(postReply, { number, body: `More ${SECRET}.` })
    await app.advanceTo(app.app.platform.clock.now().add({ seconds: 1 }).toString())
    expect((await bob.call(listInbox, { of: 'held' })).items.some((item) => item.number === number)).toBe(true)
    const stream = await listen(app, bob)
    await ann.call(moveThread, { number, spaceId: hidden })
    expect(await codeOf(bob.call(readThread, { number }))).toBe('not_found')
    expect(await codeOf(bob.call(postReply, { number, body: 'Hello?' }))).toBe('not_found')
    expect(await codeOf(bob.call(editReply, { id: reply.id, body: 'Hello?' }))).toBe('not_found')
    for (const all of [bob.call(listThreads, {}), bob.call(listThreads, { of: 'following' }), bob.call(listEntries, {}), bob.call(listSaved, {}), bob.call(listLinks, { number: other }), bob.call(listInbox, { of: 'held' }), bob.call(listInbox, {})]) {
      expect(JSON.stringify(await all)).not.toContain(SECRET)
    }
    await app.advanceTo(app.app.platform.clock.now().add({ seconds: 1 }).toString())
    const rows = await app.app.platform.db.selectFrom('attention_item').select(['state', 'settled_reason']).where('person_id', '=', bob.id).where('subject_id', '!=', reply.id)
      .where('conversation_id', '=', (await idOf(app, number))).execute()
    expect(rows.map((row) => `${row.state}: ${row.settled_reason}`)).toEqual(rows.map(() => 'withdrawn: lost_access'))
    const after = await ann.call(postReply, { number, body: 'Only us.' })
    // What happened before the move may still have been on its way to them.
    expect(await stream.heard()).not.toContain(after.id)
    expect((await ann.call(listThreads, { spaceId: hidden })).items.map((head) => head.number)).toContain(number)
  })

  test('past/05: a space that becomes private takes its threads out of sight at once', async () => {
    const { id } = await ann.call(createSpace, { name: 'Soon private' })
    const number = await open(SECRET, '', id)
    expect((await bob.call(readThread, { number })).title).toBe(SECRET)
    await ann.call(editSpace, { id, visibility: 'private' })
    expect(await codeOf(bob.call(readThread, { number }))).toBe('not_found')
    expect(JSON.stringify(await bob.call(listThreads, {}))).not.toContain(SECRET)
  })

  test('past/01: ids that contradict each other are refused, and change nothing', async () => {
    const [mine, other] = [await open('Mine'), await open('Theirs', '', hidden)]
    const reply = await ann.call(postReply, { number: other, body: 'Said there.' })
    expect(await codeOf(ann.call(saveForLater, { number: mine, replyId: reply.id, saved: true }))).toBe('not_found')
    expect(await codeOf(ann.call(splitThread, { number: mine, replyIds: [reply.id], title: 'x', summary: 'x' }))).toBe('bad_input')
    expect(await codeOf(ann.call(elevate, { number: mine, replyId: reply.id, to: 'thread', title: 'x' }))).toBe('not_found')
    expect(await codeOf(ann.call(postThread, { spaceId: app.spaceId, title: 'x', from: { number: mine, replyId: reply.id } }))).toBe('not_found')
    expect((await ann.call(readThread, { number: other })).items).toHaveLength(1)
  })

  test('a message becomes a learning, and both ends say so', async () => {
    const number = await open('Lesson')
    const { id } = await bob.call(postReply, { number, body: 'Always drain first.' })
    const made = await bob.call(elevate, { number, replyId: id, to: 'learning', title: 'Drain first', body: 'Always.' })
    expect(await bob.call(readThread, { number: made.number ?? 0 })).toMatchObject({ kind: 'learning', title: 'Drain first', links: [{ how: 'elevated', direction: 'from', number }] })
    expect(await linked(ann, number)).toEqual([`elevated to #${made.number}`])
    expect(await bob.call(elevate, { number, to: 'wrap-line', title: 'Learnt to drain' })).toEqual({ number: null })
  })
})

const idOf = async (app: TestApp, number: number) =>
  (await app.app.platform.db.selectFrom('entry').select('id').where('workspace_id', '=', app.workspaceId).where('number', '=', number).executeTakeFirstOrThrow()).id

/** Long enough for an event to arrive, were it sent. Unit: ms. */
const SOON_MS = 1500

/** Reads somebody's stream over a socket, as an open page does. */
async function listen(app: TestApp, person: TestPerson): Promise<{ heard(): Promise<string> }> {
  const base = await app.app.http.listen({ port: 0, host: '127.0.0.1' })
  const hangUp = new AbortController()
  const answer = await fetch(`${base}/api/v1/events`, { signal: hangUp.signal, headers: { authorization: `Bearer ${person.token}` } })
  const chunks: string[] = []
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  const pump = (async () => { for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) chunks.push(read.value) })().catch(() => undefined)
  return { async heard() { await new Promise((done) => { setTimeout(done, SOON_MS) }); hangUp.abort(); await pump; return chunks.join('') } }
}
