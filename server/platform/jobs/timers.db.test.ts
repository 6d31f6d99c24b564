import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TimerHandler } from '../act.ts'
import { arm, type Failpoint } from '../failpoint.ts'
import { at, silence, START, testPlatform, type TestPlatform } from '../platform.test-kit.ts'
import { json } from '../db/columns.ts'
import { advance } from './advance.ts'
import { startWorker, type Worker } from './worker.ts'

/** What handlers did, as rows: they are there exactly if the transaction of the timer was committed. */
const note: TimerHandler = async (act, payload) => { await act.emit({ kind: 'test.note', payload: { ...payload, at: act.now.toString() } }) }

describeOnBoth('timers', (on) => {
  let platform: TestPlatform
  let worker: Worker
  const start = async (timers: Record<string, TimerHandler>) => {
    platform = await testPlatform(on.url, { timers })
    worker = startWorker(platform, silence, {})
  }
  beforeEach(async () => {
    await on.db.insertInto('instance').values({ created_at: START, development_clock: START, secret: Buffer.alloc(32), webhook_secret: Buffer.alloc(32) }).onConflict((row) => row.doNothing()).execute()
    await on.db.updateTable('instance').set({ development_clock: START }).execute()
  })
  afterEach(async () => {
    await worker.stop()
    await on.db.deleteFrom('timer').execute()
    await platform.close()
  })

  const set = (key: string, when: string, kind = 'note') => platform.asSystem((act) => act.timer({ kind, key, at: at(when), payload: { key } }))
  const advanceTo = (when: string) => advance(platform, platform.clock, worker, at(when))
  /** Key and moment of every effect, in the order of their commits. */
  const effects = async () => (await on.db.selectFrom('event').select('payload').where('workspace_id', '=', platform.workspaceId).orderBy('xid').orderBy('seq').execute())
    .map(({ payload }) => `${payload['key']} ${String(payload['at']).slice(11, 16)}`)
  const timers = () => on.db.selectFrom('timer').select(['key', 'attempts', 'last_error', 'next_try_at']).where('workspace_id', '=', platform.workspaceId).orderBy('key').execute()

  test('act in the order of their moments, each at its own moment, whatever the order in which they were set', async () => {
    await start({ note })
    await set('noon', '2026-03-23T12:00:00Z')
    await set('nine', '2026-03-23T09:00:00Z')
    await set('eight', '2026-03-23T08:00:00Z')
    await set('tomorrow', '2026-03-24T08:00:00Z')
    await advanceTo('2026-03-23T18:00:00Z')
    expect(await effects()).toEqual(['eight 08:00', 'nine 09:00', 'noon 12:00'])
    expect(await timers()).toMatchObject([{ key: 'tomorrow' }])
  })

  test('that are set on the way also act on the way', async () => {
    await start({
      note,
      first: async (act, payload) => {
        await note(act, payload)
        await act.timer({ kind: 'note', key: 'second', at: act.now.add({ hours: 1 }), payload: { key: 'second' } })
      },
    })
    await set('first', '2026-03-23T08:00:00Z', 'first')
    await set('third', '2026-03-23T10:00:00Z')
    await advanceTo('2026-03-23T11:00:00Z')
    expect(await effects()).toEqual(['first 08:00', 'second 09:00', 'third 10:00'])
  })

  test('act at the moment to which they were moved last, and not at all once dropped', async () => {
    await start({ note })
    await set('moved', '2026-03-23T08:00:00Z')
    await set('dropped', '2026-03-23T08:30:00Z')
    await set('moved', '2026-03-23T09:00:00Z')
    await platform.asSystem((act) => act.dropTimer('note', 'dropped'))
    await advanceTo('2026-03-23T12:00:00Z')
    expect(await effects()).toEqual(['moved 09:00'])
  })

  test('may set themselves again from their own handler', async () => {
    await start({ daily: async (act, payload) => {
      await note(act, payload)
      await act.timer({ kind: 'daily', key: 'daily', at: act.now.add({ hours: 24 }), payload })
    } })
    await set('daily', '2026-03-23T09:00:00Z', 'daily')
    await advanceTo('2026-03-26T08:00:00Z')
    expect(await effects()).toEqual(['daily 09:00', 'daily 09:00', 'daily 09:00'])
    expect(await timers()).toMatchObject([{ key: 'daily', next_try_at: at('2026-03-26T09:00:00Z') }])
  })

  test('that fail leave nothing behind, wait longer each time, and act once they can', async () => {
    let fails = 3
    await start({ note, shaky: async (act, payload) => {
      await note(act, payload)
      fails -= 1
      if (fails >= 0) throw new Error(`broke, ${fails} to go`)
    } })
    await set('shaky', '2026-03-23T08:00:00Z', 'shaky')
    await set('sound', '2026-03-23T08:00:01Z')
    await advanceTo('2026-03-23T08:00:05Z')
    expect(await effects()).toEqual(['sound 08:00'])
    expect(await timers()).toMatchObject([{ key: 'shaky', attempts: 2, last_error: 'broke, 1 to go', next_try_at: at('2026-03-23T08:00:15Z') }])
    await advanceTo('2026-03-23T09:00:00Z')
    expect(await effects()).toEqual(['sound 08:00', 'shaky 08:00'])
    expect(await timers()).toEqual([])
  })

  test('of a kind that nobody handles are kept, with the reason', async () => {
    await start({})
    await set('orphan', '2026-03-23T08:00:00Z', 'gone')
    await advanceTo('2026-03-23T08:00:01Z')
    expect(await timers()).toMatchObject([{ key: 'orphan', attempts: 1, last_error: 'No feature handles timers of kind gone.' }])
  })

  test.each<Failpoint>(['timer.after_claim', 'timer.after_effect', 'timer.before_commit'])('lose both effect and disappearance when it breaks at %s', async (name) => {
    await start({ note })
    await set('once', '2026-03-23T08:00:00Z')
    const disarm = arm(name, () => { throw new Error('broken here') })
    await advanceTo('2026-03-23T08:00:00Z')
    expect(await effects()).toEqual([])
    expect(await timers()).toMatchObject([{ key: 'once', attempts: 1, last_error: 'broken here' }])
    disarm()
    await advanceTo('2026-03-23T08:01:00Z')
    expect(await effects()).toHaveLength(1)
    expect(await timers()).toEqual([])
  })

  test('moved by somebody else while they act are kept for the later moment', async () => {
    let moved: Promise<void> | undefined
    await start({ note })
    await set('both', '2026-03-23T08:00:00Z')
    const disarm = arm('timer.after_effect', () => { moved ??= set('both', '2026-03-23T09:00:00Z') })
    await advanceTo('2026-03-23T08:00:00Z')
    await moved
    disarm()
    expect(await timers()).toMatchObject([{ key: 'both', next_try_at: at('2026-03-23T09:00:00Z') }])
    await advanceTo('2026-03-23T10:00:00Z')
    expect(await effects()).toEqual(['both 08:00', 'both 09:00'])
  })

  test('the clock is never earlier again: neither asked for, nor after a crash on the way', async () => {
    await start({ note })
    await set('last', '2026-03-23T12:00:00Z')
    const disarm = arm('timer.after_effect', async () => {
      const { development_clock: kept } = await on.db.selectFrom('instance').select('development_clock').executeTakeFirstOrThrow()
      expect(kept).toEqual(at('2026-03-23T12:00:00Z'))
    })
    await advanceTo('2026-03-23T18:00:00Z')
    disarm()
    expect(await timers()).toEqual([])
    await expect(advanceTo('2026-03-23T17:00:00Z')).rejects.toMatchObject({ code: 'bad_input' })
    expect(platform.clock.now()).toEqual(at('2026-03-23T18:00:00Z'))
  })

  test('forget answers that are kept for repeats after 90 days, by themselves', async () => {
    await start({})
    const key = (name: string, when: string) => on.db.insertInto('idempotency').values({ workspace_id: platform.workspaceId, person_id: platform.workspaceId, key: name, operation: 'threads.reply', request_hash: Buffer.alloc(32), status: 200, answer: json({ body: 'Old words.' }), created_at: at(when) }).execute()
    await key('first', '2026-03-23T07:00:00Z')
    await key('later', '2026-03-24T07:00:00Z')
    const known = async () => (await on.db.selectFrom('idempotency').select('key').where('workspace_id', '=', platform.workspaceId).orderBy('key').execute()).map((row) => row.key)
    await advanceTo('2026-06-21T06:59:59Z')
    expect(await known()).toEqual(['first', 'later'])
    await advanceTo('2026-06-21T08:00:00Z')
    expect(await known()).toEqual(['later'])
  })
})
