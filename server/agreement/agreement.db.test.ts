import * as agreement from '#contract/agreement.ts'
import { ProblemError } from '#contract/problem.ts'
import { presetText } from '#domain/agreement/preset-text.ts'
import { settingsOf } from '#server/agreement/public.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

const problemOf = (promise: Promise<unknown>) => promise.then(() => null, (error: unknown) => error instanceof ProblemError ? error.problem : Promise.reject(error))

describeOnBoth('the working agreement', (on) => {
  let app: TestApp
  beforeAll(async () => { app = await startTestApp(on) })
  afterAll(() => app.stop())
  const read = () => app.owner.call(agreement.readAgreement, {})

  test('begins as the preset that was chosen, with what each clause drives', async () => {
    const view = await read()
    expect(view).toMatchObject({ version: 1, text: presetText('002'), reason: 'Chosen at set-up.', authorName: 'Olga Owner', mine: false, can: ['change', 'acknowledge'] })
    expect(view.clauses.map((clause) => clause.title)).toEqual(['Response times', 'When sync and when async', 'Public versus private', 'How to ask for synchronous time', 'Core and overlap hours'])
    expect(view.clauses[4]?.settings).toEqual([{ path: 'handoff.grace_minutes', value: '30 minutes', meaning: expect.stringContaining('goes to the cover') }, { path: 'focus.floor_minutes', value: '90 minutes', meaning: 'The shortest block that counts as focus.' }])
  })

  test('what is pulled is taken back unchanged, without a new version', async () => {
    const { text, version } = await read()
    expect(await app.owner.call(agreement.pushAgreement, { text, base: version, reason: 'Nothing new.' })).toMatchObject({ version, text })
  })

  test('a new version drives the settings, and each clause tells its own last change', async () => {
    const { text, version } = await read()
    const pushed = await app.owner.call(agreement.pushAgreement, { text: text.replace('grace_minutes: 30', 'grace_minutes: 45'), base: version, reason: 'Half an hour was short.' })
    expect(pushed.clauses.map((clause) => clause.lastChange.version)).toEqual([1, 1, 1, 1, version + 1])
    expect(pushed.mine).toBe(true)
    expect(await app.asSystem(settingsOf)).toMatchObject({ handoff: { grace_minutes: 45 } })
    const { lines, settings } = await app.owner.call(agreement.diffAgreement, { version })
    expect(lines.filter((line) => line.kind !== 'same').map((line) => line.text)).toEqual(['  grace_minutes: 30', '  grace_minutes: 45'])
    expect(settings).toEqual([{ path: 'handoff.grace_minutes', before: '30 minutes', after: '45 minutes' }])
  })

  test('who edited an older version learns what changed since', async () => {
    const { text } = await read()
    const problem = await problemOf(app.owner.call(agreement.pushAgreement, { text: `${text}\nMore.`, base: 1, reason: 'More.' }))
    expect(problem).toMatchObject({ code: 'conflict', title: 'The agreement changed since version 1. Version 2 by Olga Owner: “Half an hour was short.”' })
  })

  test('two pushes at once: one becomes the next version, the other learns of it', async () => {
    const { text, version } = await read()
    const push = (word: string) => app.owner.call(agreement.pushAgreement, { text: `${text}\n${word}`, base: version, reason: word })
    const results = await Promise.allSettled([push('one'), push('two')])
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await read()).version).toBe(version + 1)
  })

  test('a text that cannot be read changes nothing, and the fault is named', async () => {
    const { text, version } = await read()
    const problem = await problemOf(app.owner.call(agreement.pushAgreement, { text: text.replace('grace_minutes: 45', 'grace_minutes: soon'), base: version, reason: 'Try.' }))
    expect(problem).toMatchObject({ code: 'cannot_be_read', status: 422, title: expect.stringContaining('Line 17: handoff.grace_minutes is “soon”') as string })
    expect((await read()).version).toBe(version)
  })

  test('members read and acknowledge; only owners and admins change', async () => {
    const kim = await app.person('Kim Kurz')
    const { text, version, can, mine } = await kim.call(agreement.readAgreement, {})
    expect({ can, mine }).toEqual({ can: ['acknowledge'], mine: false })
    await kim.call(agreement.acknowledge, { version })
    await kim.call(agreement.acknowledge, { version })
    expect((await kim.call(agreement.readAgreement, {})).acknowledged.filter((one) => one.personId === kim.id)).toHaveLength(1)
    expect(await problemOf(kim.call(agreement.pushAgreement, { text: `${text}x`, base: version, reason: 'I may not.' }))).toMatchObject({ code: 'not_allowed' })
    expect(await problemOf(kim.call(agreement.acknowledge, { version: version + 1 }))).toMatchObject({ code: 'not_found' })
  })

  test('whatever is added to the body comes back byte for byte', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), async (words) => {
      fc.pre(words.isWellFormed() && !words.includes('\u0000') && !/^#/m.test(words))
      const { text, version } = await read()
      const next = `${text}\n${words}`
      await app.owner.call(agreement.pushAgreement, { text: next, base: version, reason: 'Words.' })
      expect((await read()).text).toBe(next)
    }), { numRuns: 15 })
  })

  test('the history says who, when and why', async () => {
    const { versions } = await app.owner.call(agreement.listVersions, {})
    expect(versions.at(-1)).toMatchObject({ version: 1, reason: 'Chosen at set-up.', authorName: 'Olga Owner' })
  })
})
