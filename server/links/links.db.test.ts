import { createDecision } from '#contract/decisions.ts'
import { deleteEntry } from '#contract/entries.ts'
import { postWrap } from '#contract/handoffs.ts'
import type { Backlinks } from '#contract/links.ts'
import { findTitles, linksFrom, linksTo, linksToPerson, previewLink, suggestLinks } from '#contract/links.ts'
import { createSpace } from '#contract/spaces.ts'
import { editThread, moveThread, postReply, postThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const SECRET = 'Quetzalcoatl'
const said = ({ items }: Backlinks) => items.map(({ number, sentence, how }) => `#${number} ${how}: ${sentence}`)

describeOnNewest('links', (on) => {
  let app: TestApp
  let ann: TestPerson
  let bob: TestPerson
  let hidden = ''
  let origin = ''
  beforeAll(async () => {
    app = await startTestApp(on)
    ann = await app.person('Ann Lee')
    bob = await app.person('Bob Ray')
    hidden = (await ann.call(createSpace, { name: SECRET, visibility: 'private' })).id
    origin = await app.asSystem(async (act) => act.server.publicUrl)
  })
  afterAll(() => app.stop())
  const open = async (title: string, body = '', spaceId = app.spaceId, kind: 'thread' | 'learning' = 'thread') => (await ann.call(postThread, { spaceId, title, body, kind })).number
  const titled = (title: string, body = '', spaceId = app.spaceId) => open(title, body, spaceId, 'learning')

  test('every kind of text links: by number, address and title, each with its sentence, to those who see it', async () => {
    const target = await titled('Draining the queue')
    const thread = await open('Why it stopped', `All is well. We follow **#${target}** here. Bye.`)
    const reply = await bob.call(postReply, { number: thread, body: `${origin}/${target} says so.` })
    const wrap = await bob.call(postWrap, { spaceId: app.spaceId, state: 'Fine.', nextAction: 'Read [[draining the  queue]].', mostImportant: 'Sleep.' })
    const decision = await ann.call(createDecision, { spaceId: app.spaceId, content: { title: 'One queue', needed: 'Which queue?', context: `See #${target}.` } })
    await open(SECRET, `Also #${target}.`, hidden)
    expect(new Set(said(await bob.call(linksTo, { number: target })))).toEqual(new Set([
      `#${thread} mentions: We follow #${target} here.`, `#${thread} mentions: ${origin}/${target} says so.`, `#${wrap.number} mentions: Read [[draining the queue]].`, `#${decision.number} mentions: See #${target}.`,
    ]))
    expect(await bob.call(linksTo, { number: target })).toMatchObject({ total: 4, more: false, sentence: 'Four texts link here.', items: expect.arrayContaining([expect.objectContaining({ replyId: reply.id, authorName: 'Bob Ray' })]) })
    expect((await ann.call(linksTo, { number: target })).total).toBe(5)
    expect(JSON.stringify(await bob.call(linksTo, { number: target }))).not.toContain(SECRET)
  })

  test('what became of a target is said; what may not be seen is like what does not exist', async () => {
    const [gone, moves, secret] = [await open('Old plan'), await titled('Rolling back'), await open(SECRET, '', hidden)]
    const { id: elsewhere } = await ann.call(createSpace, { name: 'Elsewhere' })
    const from = await open('Pointing', `#${gone}, #${moves}, [[Rolling back]], #${secret}, #99999, [[Nowhere]], @Bob`)
    await ann.call(deleteEntry, { number: gone })
    await ann.call(moveThread, { number: moves, spaceId: elsewhere })
    await ann.call(editThread, { number: moves, title: 'Going back' })
    const { items } = await bob.call(linksFrom, { number: from })
    expect(items.map(({ written, state, title, note }) => [written, state, title, note])).toEqual([
      [`#${gone}`, 'deleted', `#${gone}`, `#${gone} was deleted today.`], [`#${moves}`, 'there', 'Going back', 'It has moved since and stands in Elsewhere now.'], ['[[Rolling back]]', 'there', 'Going back', 'It is called “Going back” now.'],
      [`#${secret}`, 'unknown', `#${secret}`, `There is no #${secret} that you can see.`], ['#99999', 'unknown', '#99999', 'There is no #99999 that you can see.'], ['[[Nowhere]]', 'unknown', 'Nowhere', 'Nothing that you can see is called “Nowhere”.'], ['@Bob', 'there', 'Bob Ray', null],
    ])
    expect((await bob.call(linksToPerson, { id: bob.id })).items.map(({ number }) => number)).toEqual([from])
    expect(await bob.call(previewLink, { number: moves })).toMatchObject({ title: 'Going back', spaceName: 'Elsewhere', line: 'Learning. Ann Lee, today.', note: null })
    expect(await bob.call(previewLink, { title: 'rolling BACK' })).toMatchObject({ number: moves, note: 'It is called “Going back” now.' })
    expect(await bob.call(previewLink, { number: gone })).toMatchObject({ state: 'deleted', tldr: '', note: `#${gone} was deleted today.` })
    expect([await codeOf(bob.call(previewLink, { number: secret })), await codeOf(bob.call(previewLink, { title: SECRET })), await codeOf(bob.call(previewLink, {}))]).toEqual(['not_found', 'not_found', 'bad_input'])
  })

  test('a title means what its reader can see, the space it is written in first', async () => {
    const own = await titled('Naming', '', hidden)
    const from = await open('Names', 'As in [[Naming]].', hidden)
    expect((await ann.call(linksFrom, { number: from })).items[0]?.number).toBe(own)
    const shared = await titled('Naming')
    const there = await open('More names', 'As in [[Naming]].')
    expect((await ann.call(linksFrom, { number: from })).items[0]?.number).toBe(own)
    expect((await bob.call(linksFrom, { number: there })).items[0]?.number).toBe(shared)
    expect((await bob.call(linksTo, { number: shared })).items.map(({ number }) => number)).toEqual([there])
    expect((await ann.call(linksTo, { number: own })).items.map(({ number }) => number)).toEqual([from])
  })

  test('names without a link are suggested, both ways, out of what one sees', async () => {
    const page = await titled('Cache warming')
    const plain = await open('Slow mornings', 'It is the cache warming again, not `cache warming`.')
    await open(SECRET, 'Cache warming is secret.', hidden)
    await open('Linked', 'See [[Cache warming]].')
    expect((await bob.call(suggestLinks, { number: page })).elsewhere).toMatchObject([{ number: plain, written: 'cache warming', sentence: 'It is the cache warming again, not cache warming.' }])
    expect((await bob.call(suggestLinks, { number: plain })).here).toMatchObject([{ number: page, title: 'Cache warming', written: 'cache warming' }])
  })

  test('titles are found as they are typed, by their beginning before a word in them, out of what one sees', async () => {
    const [begins, inside] = [await titled('Zephyr drill'), await titled('The zephyr log')]
    await titled('Zephyr of the hidden', '', hidden)
    const renamed = await titled('Zephyr once')
    await ann.call(editThread, { number: renamed, title: 'Calm' })
    const gone = await titled('Zephyr gone')
    await ann.call(deleteEntry, { number: gone })
    await open('Zephyr thread')
    expect((await bob.call(findTitles, { begins: '  ZEPH' })).items).toEqual([{ number: begins, kind: 'learning', title: 'Zephyr drill', spaceName: expect.any(String) }, expect.objectContaining({ number: inside })])
    expect((await ann.call(findTitles, { begins: 'zephyr', from: hidden })).items[0]?.title).toBe('Zephyr of the hidden')
    expect((await bob.call(findTitles, { begins: '100%_' })).items).toEqual([])
    expect((await bob.call(findTitles, {})).items.length).toBeGreaterThan(1)
  })

  test('what was written before there were links is filled in', async () => {
    const target = await open('Filled')
    const from = await open('Filling', `#${target}`)
    await app.asSystem(async (act) => {
      await act.tx.deleteFrom('text_link').execute()
      await act.timer({ kind: 'links.fill', key: 'all', at: act.now, payload: {} })
    })
    await app.advanceTo((await app.asSystem(async (act) => act.now.add({ seconds: 5 }))).toString())
    expect((await bob.call(linksTo, { number: target })).items.map(({ number }) => number)).toEqual([from])
  })
})
