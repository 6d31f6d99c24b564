import { deleteEntry, dropDraft, listEntries, nameEntries, readDraft, readEntry, restoreEntry, saveDraft } from '#contract/entries.ts'
import { postWrap } from '#contract/handoffs.ts'
import { ProblemError } from '#contract/problem.ts'
import { createSpace } from '#contract/spaces.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const codeOf = (promise: Promise<unknown>) => promise.then(() => 'no refusal', (error: unknown) => error instanceof ProblemError ? error.problem.code : String(error))

describeOnBoth('entries', (on) => {
  let app: TestApp
  let ann: TestPerson
  let bob: TestPerson
  const wrap = (person: TestPerson, mostImportant: string) =>
    person.call(postWrap, { spaceId: app.spaceId, state: 'Steady.', nextAction: 'Go on.', mostImportant })
  beforeAll(async () => {
    app = await startTestApp(on)
    ann = await app.person('Ann')
    bob = await app.person('Bob')
  })
  afterAll(() => app.stop())

  test('are listed newest first, page by page, each once', async () => {
    const numbers: number[] = []
    for (let day = 1; day <= 7; day += 1) numbers.push((await wrap(ann, `Day ${day}`)).number)
    const seen: number[] = []
    let cursor: string | undefined
    do {
      const page = await bob.call(listEntries, { spaceId: app.spaceId, limit: 3, ...(cursor && { cursor }) })
      seen.push(...page.items.map((entry) => entry.number))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen).toEqual(numbers.toReversed())
  })

  test('a broken cursor is said to be one', async () => {
    expect(await codeOf(ann.call(listEntries, { cursor: 'bm90IG91cnM' }))).toBe('bad_input')
  })

  test('only the author deletes, and brings back within 30 days', async () => {
    const { number } = await wrap(ann, 'Something to regret.')
    expect(await codeOf(bob.call(deleteEntry, { number }))).toBe('not_allowed')
    await ann.call(deleteEntry, { number })
    expect(await codeOf(ann.call(readEntry, { number }))).toBe('not_found')
    expect(await codeOf(bob.call(restoreEntry, { number }))).toBe('not_found')
    expect((await ann.call(restoreEntry, { number })).number).toBe(number)
    expect((await bob.call(readEntry, { number })).authorName).toBe('Ann')
  })

  test('are named by their numbers, and what is hidden or gone is not', async () => {
    const { id: spaceId } = await bob.call(createSpace, { name: 'Salaries', purpose: 'Not for all.', visibility: 'private', noise: 'work' })
    const { number: hidden } = await bob.call(postWrap, { spaceId, state: 'Steady.', nextAction: 'Go on.', mostImportant: 'A secret' })
    const { number: seen } = await wrap(ann, 'For all')
    const { number: gone } = await wrap(ann, 'For nobody')
    await ann.call(deleteEntry, { number: gone })
    const numbers = [hidden, seen, gone, 999_999]
    const named = async (person: TestPerson) => (await person.call(nameEntries, { numbers })).items.map(({ number }) => number).toSorted((a, b) => a - b)
    expect(await named(ann)).toEqual([seen])
    expect(await named(bob)).toEqual([hidden, seen].toSorted((a, b) => a - b))
    expect((await ann.call(nameEntries, { numbers: [seen] })).items[0]).toMatchObject({ kind: 'wrap', number: seen })
    expect(await codeOf(ann.call(nameEntries, { numbers: Array.from({ length: 301 }, (_, at) => at + 1) }))).toBe('bad_input')
  })

  test('a draft with signs that no database keeps is kept without them', async () => {
    const body = { 'sta\u0000te': 'Half a fox \ud83d', list: ['\ud83d\udc69', '\u0000', 7, null] }
    await ann.call(saveDraft, { slot: 'wrap:odd', version: 0, body })
    expect((await ann.call(readDraft, { slot: 'wrap:odd' })).draft?.body).toEqual({ state: 'Half a fox \ufffd', list: ['\ud83d\udc69', '', 7, null] })
    await ann.call(dropDraft, { slot: 'wrap:odd' })
  })

  test('what is nested deeper than anything that is written is refused in words', async () => {
    const keep = async (depth: number) => {
      const answer = await app.app.http.inject({ method: 'PUT', url: '/api/v1/drafts/wrap:deep', headers: { 'content-type': 'application/json', authorization: `Bearer ${ann.token}` }, payload: `{"version":0,"body":${'{"a":['.repeat(depth / 2)}1${']}'.repeat(depth / 2)}}` })
      return [answer.statusCode, answer.json<{ code?: string }>().code]
    }
    expect([await keep(300), await keep(50_000), await keep(150)]).toEqual([[400, 'bad_input'], [400, 'bad_input'], [200, undefined]])
    await ann.call(dropDraft, { slot: 'wrap:deep' })
  })

  test('a draft is its writer’s alone, and a newer one is never overwritten in silence', async () => {
    const first = await ann.call(saveDraft, { slot: 'wrap:team', version: 0, body: { state: 'Half a sen' } })
    const second = await ann.call(saveDraft, { slot: 'wrap:team', version: first.version, body: { state: 'Half a sentence.' } })
    expect(second.version).toBe(2)
    expect(await codeOf(ann.call(saveDraft, { slot: 'wrap:team', version: first.version, body: { state: 'Other window' } }))).toBe('conflict')
    expect(await codeOf(ann.call(saveDraft, { slot: 'wrap:team', version: 0, body: {} }))).toBe('conflict')
    expect((await ann.call(readDraft, { slot: 'wrap:team' })).draft?.body).toEqual({ state: 'Half a sentence.' })
    expect((await bob.call(readDraft, { slot: 'wrap:team' })).draft).toBeNull()
    await ann.call(dropDraft, { slot: 'wrap:team' })
    const page = { title: 'x'.repeat(200), text: 'a'.repeat(1_000_000) }
    await ann.call(saveDraft, { slot: 'page:new', version: 0, body: page })
    expect((await ann.call(readDraft, { slot: 'page:new' })).draft?.body).toEqual(page)
    expect(await codeOf(ann.call(saveDraft, { slot: 'page:new', version: 1, body: 'a'.repeat(1_040_000) }))).toBe('bad_input')
    expect((await ann.call(readDraft, { slot: 'wrap:team' })).draft).toBeNull()
  })
})
