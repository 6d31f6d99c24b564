import * as agreement from '#contract/agreement.ts'
import { checkWriting } from '#contract/writing.ts'
import { describeOnBoth } from '#server/platform/db/test-db.ts'
import { startTestApp } from '#server/test-app.ts'
import type { TestApp } from '#server/test-app.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

describeOnBoth('the check before sending', (on) => {
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
})
