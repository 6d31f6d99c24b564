import * as agreement from '#contract/agreement.ts'
import { checkWriting, dismissFinding, forgetDismissal, listDismissals, textSent } from '#contract/writing.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import type { TestApp } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

describeOnNewest('the check before sending', (on) => {
  let app: TestApp
  beforeAll(async () => { app = await startTestApp(on, { clock: '2026-03-24T20:00:00Z' }) })
  afterAll(() => app.stop())

  test('gives examples on the writer’s clock', async () => {
    const kenji = await app.person('Kenji', { zone: 'Asia/Tokyo' })
    const { findings, words, structure } = await kenji.call(checkWriting, { text: 'Please confirm the window by tomorrow.' })
    expect([words, structure.sentences]).toEqual([6, 1])
    expect(findings).toMatchObject([{ rule: 'ambiguous_time', start: 29, end: 37, example: 'on 2026-03-26, 17:00 Asia/Tokyo time' }])
  })

  test('asks for a summary where the agreement says so', async () => {
    const text = `It began in May. ${'The table grew. '.repeat(12)}`
    expect((await app.owner.call(checkWriting, { text })).findings).toEqual([])
    const now = await app.owner.call(agreement.readAgreement, {})
    await app.owner.call(agreement.pushAgreement, { text: now.text.replace('tldr_words: 200', 'tldr_words: 30'), base: now.version, reason: 'We read on phones.' })
    expect((await app.owner.call(checkWriting, { text })).findings).toMatchObject([{ rule: 'tldr', message: '40 words without a summary; over 30 one belongs on top.' }])
  })

  test('keeps still about what the form says', async () => {
    const text = 'Please review the draft.'
    expect((await app.owner.call(checkWriting, { text })).findings.map((finding) => finding.rule)).toEqual(['deadline', 'scope'])
    expect((await app.owner.call(checkWriting, { text, ask: 'review', filled: ['due', 'scope'] })).findings).toEqual([])
  })

  test('what its author set aside does not come back in the same text, and nobody else learns why', async () => {
    const [mei, ben] = [await app.person('Mei Tan'), await app.person('Ben Adler')]
    const text = 'The cache is slow since Monday.\n\nPlease confirm the window by tomorrow.'
    const rules = async (who = mei, place = '/threads/new', words = text) => (await who.call(checkWriting, { text: words, place })).findings.map((finding) => finding.rule)
    const before = await rules()
    expect(before).toContain('ambiguous_time')
    const aside = { place: '/threads/new', rule: 'ambiguous_time' as const, said: 'tomorrow', message: 'In another time zone this is another moment.', reason: 'We all sit in Berlin this week.' }
    await mei.call(dismissFinding, aside)
    const rest = before.filter((rule) => rule !== 'ambiguous_time')
    expect([await rules(), await rules(mei, '/threads/new', `${text} At noon it is quiet.`)]).toEqual([rest, rest])
    expect([await rules(ben), await rules(mei, '/128')]).toEqual([before, before])
    expect((await mei.call(checkWriting, { text, place: '/threads/new' })).dismissed).toBe(1)
    expect((await mei.call(listDismissals, {})).items).toMatchObject([{ ...aside, holds: true }])
    expect((await ben.call(listDismissals, {})).items).toEqual([])
    expect(JSON.stringify(await on.db.selectFrom('event').selectAll().execute())).not.toContain('Berlin this week')
    await mei.call(dismissFinding, { ...aside, reason: 'Still.' })
    expect((await mei.call(listDismissals, {})).items).toMatchObject([{ reason: 'Still.' }])

    await mei.call(textSent, { place: '/threads/new' })
    expect([await rules(), (await mei.call(listDismissals, {})).items.map((one) => one.holds)]).toEqual([before, [false]])
    const again = await mei.call(dismissFinding, aside)
    expect(await codeOf(ben.call(forgetDismissal, { id: again.id }))).toBe('not_found')
    await mei.call(forgetDismissal, { id: again.id })
    expect([await rules(), (await mei.call(listDismissals, {})).items.length]).toEqual([before, 1])
  })
})
