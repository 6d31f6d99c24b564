import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerAsk } from '#contract/asks.ts'
import { listInbox } from '#contract/attention.ts'
import { postThread } from '#contract/threads.ts'
import { startTeam } from '#server/asks/asks.test-kit.ts'
import type { Team } from '#server/asks/asks.test-kit.ts'
import { createApp } from '#server/app.ts'
import type { App } from '#server/app.ts'
import type { Mail } from '#server/platform/channels/mail.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { arm } from '#server/platform/failpoint.ts'
import type { Failpoint } from '#server/platform/failpoint.ts'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

/** Longer than a process has a message to itself, and than a timer waits for its next try. */
const TAKE_OVER = { minutes: 10 }
/** Nobody else sends where one process fails, so nobody is waited for. Unit: ms. */
const ALONE_MS = 0
/** How often each place fails before it holds. */
const FAILURES = 3
const PROCESSES = 4
/** Long enough for what was asked on a Friday to reach its reader. */
const A_WEEKEND = { hours: 100 }
const QUESTIONS = 10

/** Between what somebody wrote and the mail that tells of it: what was told becomes a plan, a plan is let go, a mail leaves and is noted. */
const PLACES: readonly Failpoint[] = ['timer.after_claim', 'timer.before_commit', 'timer.after_effect', 'outbox.after_claim', 'outbox.after_send', 'outbox.after_note']

describeOnBoth('past/32 and past/33: what somebody is told of', (on) => {
  let team: Team
  let disarm = () => undefined as unknown
  beforeAll(async () => { team = await startTeam(on) })
  afterEach(() => { disarm() })
  afterAll(() => team.app.stop())
  const later = (by: Temporal.DurationLike, sendingMs?: number) => team.app.advanceTo(team.app.app.platform.clock.now().add(Temporal.Duration.from(by)).toString(), sendingMs)

  /** Mails to somebody with this in them, by Message-ID. */
  const mailsOf = (mails: readonly Mail[], words: string) => mails.filter((mail) => !mail.subject.startsWith('Your brief') && `${mail.subject} ${mail.body.text}`.includes(words)).map((mail) => mail.messageId)

  describe('one process that fails', () => {
    test.each(PLACES)('again and again at %s loses nothing and tells it once', async (name) => {
      let left = FAILURES
      disarm = arm(name, () => {
        if (left === 0) return
        left -= 1
        throw new Error(`Failed at ${name}.`)
      })
      const words = `Word-${name.replace('.', '-')}`
      const { number } = await team.ask({ title: words, to: team.ben.id, body: words })
      for (let step = 0; step < FAILURES * 2; step += 1) await later(TAKE_OVER, ALONE_MS)
      await later(A_WEEKEND, ALONE_MS)
      expect(left).toBe(0)
      const items = (await team.ben.call(listInbox, {})).items.filter((item) => item.number === number && item.kind === 'ask')
      expect(items.map((item) => item.state)).toEqual(['delivered'])
      const asked = team.app.mails.filter((mail) => mail.list?.kind === 'asks' && mail.body.text.includes('asks you') && mail.subject.includes(words)).map((mail) => mail.messageId)
      expect(new Set(asked).size).toBe(1)
      const ids = mailsOf(team.app.mails, words)
      if (name !== 'outbox.after_send') expect(ids).toHaveLength(new Set(ids).size)
      const batches = await on.db.selectFrom('attention_item').select('batch_id').where('person_id', '=', team.ben.id).where('kind', '=', 'ask').where('state', '=', 'delivered').execute()
      expect(batches.every(({ batch_id }) => batch_id !== null)).toBe(true)
      await team.ben.call(answerAsk, { number, body: 'Done.' })
    })

    test('before its write is there tells nobody, and the repeat of the request tells once', async () => {
      let left = 1
      disarm = arm('write.after_commit', () => {
        if (left === 0) return
        left -= 1
        throw new Error('The answer was lost.')
      })
      const input = { spaceId: team.app.spaceId, title: 'Word-repeated', body: '@Ben' }
      const key = { idempotencyKey: randomUUID() }
      await expect(team.ana.call(postThread, input, key)).rejects.toThrow('went wrong')
      const { number } = await team.ana.call(postThread, input, key)
      await later({ hours: 30 })
      expect((await team.ben.call(listInbox, {})).items.filter((item) => item.title === 'Word-repeated').map((item) => item.number)).toEqual([number])
    })
  })

  test('four processes at one clock plan, let go and mail each thing once', async () => {
    const mails: Mail[] = []
    const others: App[] = []
    for (let index = 1; index < PROCESSES; index += 1) {
      others.push(await createApp({
        databaseUrl: on.url, clockStart: team.app.app.platform.clock.now(), smtp: null, sender: async (mail) => { mails.push(mail) }, files: { folder: join(tmpdir(), `longhand-files-${randomUUID()}`), s3: null },
        webDir: null, logLevel: 'fatal', triesPerMinute: 10_000, publicUrl: 'http://longhand.test',
      }))
    }
    const first = team.app.mails.length
    const numbers: number[] = []
    for (let index = 0; index < QUESTIONS; index += 1) numbers.push((await team.ask({ title: `Word-many-${index}`, to: team.mei.id })).number)
    let done = false
    const looking = others.map(async (app) => { while (!done) { await app.worker.runDue(); await new Promise((resume) => { setTimeout(resume, 5) }) } })
    await later({ hours: 40 })
    done = true
    await Promise.all(looking)
    const all = [...team.app.mails.slice(first), ...mails]
    for (const [index] of numbers.entries()) expect([index, mailsOf(all, `Word-many-${index}`).length > 0]).toEqual([index, true])
    expect(new Set(all.map((mail) => mail.messageId)).size).toBe(all.length)
    const rows = await on.db.selectFrom('attention_item').select(['event_key', 'state', 'batch_id']).where('person_id', '=', team.mei.id).where('kind', '=', 'ask').execute()
    expect([rows.length, new Set(rows.map((row) => row.event_key)).size, new Set(rows.map((row) => row.state))]).toEqual([QUESTIONS, QUESTIONS, new Set(['delivered'])])
    for (const app of others) await app.stop()
  })
})
