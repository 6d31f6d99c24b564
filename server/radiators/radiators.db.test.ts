import { linksTo } from '#contract/links.ts'
import { postAsk } from '#contract/asks.ts'
import { createDecision } from '#contract/decisions.ts'
import { postWrap } from '#contract/handoffs.ts'
import { createPage } from '#contract/pages.ts'
import type { Radiator } from '#contract/radiators.ts'
import { readAway, readStartHere, readStatus, readTeam } from '#contract/radiators.ts'
import { addSpaceMember, createSpace } from '#contract/spaces.ts'
import { postThread, resolveThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const SECRET = 'Quetzalcoatl'
const said = ({ sections }: Radiator) => sections.flatMap(({ title, paragraphs, items }) => [title, ...[...paragraphs, ...items].map((line) => line.map(({ text }) => text).join(''))])
const hrefs = ({ sections }: Radiator) => sections.flatMap(({ paragraphs, items }) => [...paragraphs, ...items]).flatMap((line) => line.flatMap(({ href }) => href ?? []))

describeOnNewest('pages that are made', (on) => {
  let app: TestApp
  let ann: TestPerson
  let bob: TestPerson
  let guest: TestPerson
  let hidden = ''
  let room = ''
  const numbers: Record<string, number> = {}
  beforeAll(async () => {
    app = await startTestApp(on)
    ann = await app.person('Ann Lee', { zone: 'Europe/Lisbon' })
    bob = await app.person('Bob Ray', { zone: 'Asia/Manila' })
    guest = await app.person('Gil Guest', { role: 'guest', joins: false })
    hidden = (await ann.call(createSpace, { name: SECRET, visibility: 'private' })).id
    room = (await ann.call(createSpace, { name: 'Client', purpose: 'What the client sees.', visibility: 'private' })).id
    await ann.call(addSpaceMember, { id: room, personId: guest.id })
    const { spaceId } = app
    numbers['page'] = (await ann.call(createPage, { spaceId, kind: 'context', title: 'How invoices flow', text: 'Every invoice is made at night.' })).number
    numbers['start'] = (await ann.call(createPage, { spaceId, kind: 'start', title: 'Welcome', text: 'Read [[How invoices flow]] and ask.' })).number
    numbers['decision'] = (await ann.call(createDecision, { spaceId, content: { title: 'One queue', needed: 'Which queue?' } })).number
    numbers['wrap'] = (await bob.call(postWrap, { spaceId, state: 'Fine.', nextAction: 'Start batch four.', mostImportant: 'Batch three is **in**. More later.', blockers: [{ text: 'The bank is silent.' }] })).number
    numbers['ask'] = (await bob.call(postAsk, { spaceId, title: 'Which limit?', kind: 'answer', to: ann.id })).number
    numbers['thread'] = (await bob.call(postThread, { spaceId, title: 'Retry limit', body: 'Five?' })).number
    await bob.call(resolveThread, { number: numbers['thread'], outcome: 'Five it is.' })
    await ann.call(postWrap, { spaceId: hidden, state: SECRET, nextAction: SECRET, mostImportant: SECRET })
    await ann.call(createPage, { spaceId: hidden, kind: 'start', title: SECRET, text: SECRET })
    await ann.call(postWrap, { spaceId: room, state: 'Fine.', nextAction: 'Send the report.', mostImportant: 'The report is ready.' })
  })
  afterAll(() => app.stop())

  test('start here tells who, how, where, what and what is going on, after what somebody wrote', async () => {
    const made = await bob.call(readStartHere, {})
    expect(said(made)).toEqual(expect.arrayContaining([
      'Who we are', 'How we work', expect.stringMatching(/^Response times\. Each question carries an urgency/), 'Where things live', expect.stringMatching(/^How invoices flow: Every invoice is made at night\. A context that Ann Lee minds\.$/),
      'Who to ask', expect.stringMatching(/^About Team: Ann Lee, who answers for /), 'What is going on now', expect.stringMatching(/^In Team: Batch three is in\. Bob Ray wrote so today\.$/),
    ]))
    expect(hrefs(made)).toEqual(expect.arrayContaining([`/${numbers['page']}`, `/${numbers['wrap']}`, `/people/${ann.id}`, `/spaces/${app.spaceId}/status`, '/agreement']))
    expect([made.foreword, (await bob.call(readStartHere, { spaceId: app.spaceId })).foreword]).toMatchObject([[], [{ number: numbers['start'], title: 'Welcome', editedByName: 'Ann Lee' }]])
    expect((await bob.call(linksTo, { number: numbers['page'] ?? 0 })).items.map(({ number }) => number)).toEqual([numbers['start']])
  })

  test('the team, a project and the time away are told from what was written, each with its link', async () => {
    expect(said(await bob.call(readTeam, {}))).toEqual(expect.arrayContaining([expect.stringMatching(/^You are in Manila and work /), expect.stringMatching(/^Ann Lee is in Lisbon and works .+, which is .+ for you\.$/), expect.stringMatching(/^Ann Lee answers for /)]))
    const status = await ann.call(readStatus, { id: app.spaceId })
    expect(said(status)).toEqual(expect.arrayContaining([
      'Batch three is in. Bob Ray signed this today. Next: Start batch four.', 'The bank is silent. Nobody is named who can clear it, says Bob Ray.', expect.stringMatching(/^Which limit\?: Ann Lee is asked\. /), 'Retry limit, today: Five it is.',
    ]))
    expect(hrefs(status)).toEqual(expect.arrayContaining(['wrap', 'ask', 'thread'].map((what) => `/${numbers[what]}`)))
    expect(said(await ann.call(readAway, { since: '2026-01-01T00:00:00Z' }))).toEqual(expect.arrayContaining([expect.stringMatching(/^Batch three is in\./)]))
  })

  test('nobody is told of what they may not see; a guest only of their spaces and the people in them', async () => {
    const of = (person: TestPerson) => Promise.all([person.call(readStartHere, {}), person.call(readTeam, {}), person.call(readAway, { since: '2026-01-01T00:00:00Z' })])
    expect(JSON.stringify(await of(ann))).toContain(SECRET)
    expect(JSON.stringify(await of(bob))).not.toContain(SECRET)
    const guests = JSON.stringify(await of(guest))
    expect(guests).toContain('The report is ready.')
    for (const word of [SECRET, 'Bob Ray', 'Batch three', 'invoices flow', 'Which limit']) expect(guests).not.toContain(word)
    expect(await Promise.all([codeOf(bob.call(readStatus, { id: hidden })), codeOf(guest.call(readTeam, { spaceId: app.spaceId })), codeOf(bob.call(readStartHere, { spaceId: hidden }))])).toEqual(['not_found', 'not_found', 'not_found'])
  })
})
