import { addFocus, adoptFocus, editFocus, endFocus, listInbox, removeFocus, saveAttention, startFocus } from '#contract/attention.ts'
import { addAbsence, cancelAbsence } from '#contract/people.ts'
import { postThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const DAYS = [1, 2, 3, 4, 5]
const MORNING = { what: 'Deep work', days: DAYS, start: '09:00', end: '13:00' }
/** Windows all day, so that nothing but focus holds anything back. */
const ALL_DAY = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00']

describeOnNewest('past/35: quiet time that is changed while something waits', (on) => {
  let app: TestApp
  let ann: TestPerson
  let day = 0
  beforeAll(async () => {
    app = await startTestApp(on)
    ann = await app.person('Ann')
  })
  afterAll(() => app.stop())

  /** Somebody new who keeps mornings, at 10:30 of a new day in Berlin, for whom something waits until 13:00. */
  async function waiting(begin: (reader: TestPerson) => Promise<string>): Promise<{ reader: TestPerson; id: string; number: number }> {
    day += 1
    const date = Temporal.PlainDate.from('2026-03-23').add({ days: day + 2 * Math.floor((day) / 5) })
    await app.advanceTo(date.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '08:55' }).toInstant().toString())
    const reader = await app.person(`Bea ${day}`)
    await reader.call(saveAttention, { windows: ALL_DAY, digest: 'off', digestAt: null, channels: { mail: 'off', push: 'off' } })
    const id = await begin(reader)
    await app.advanceTo(date.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '10:30' }).toInstant().toString())
    const { number } = await ann.call(postThread, { spaceId: app.spaceId, title: `Waits ${day}`, body: `@Bea ${day}` })
    await app.advanceTo(date.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '11:30' }).toInstant().toString())
    expect(await stateOf(reader, number)).toBe('waiting')
    return { reader, id, number }
  }
  const stateOf = async (reader: TestPerson, number: number) => {
    const all = [...(await reader.call(listInbox, { of: 'held' })).items, ...(await reader.call(listInbox, {})).items]
    return all.find((item) => item.number === number)?.state
  }
  const nextHour = () => app.advanceTo(app.app.platform.clock.now().add({ minutes: 45 }).toString())
  const recurring = async (reader: TestPerson) => (await reader.call(addFocus, MORNING)).id

  test.each<[string, (reader: TestPerson, id: string) => Promise<unknown>]>([
    ['is deleted', (reader, id) => reader.call(removeFocus, { id })],
    ['ends earlier from now on', (reader, id) => reader.call(editFocus, { id, end: '11:00' })],
    ['is on other days from now on', (reader, id) => reader.call(editFocus, { id, days: [7] })],
    ['is left early', (reader) => reader.call(endFocus, {})],
  ])('a block that %s lets go at the next window, and not at its old end', async (_how, change) => {
    const { reader, id, number } = await waiting(recurring)
    await change(reader, id)
    await nextHour()
    expect(await stateOf(reader, number)).toBe('delivered')
  })

  test('one that was started by hand and is ended lets go too', async () => {
    const { reader, number } = await waiting(async (person) => {
      await app.advanceTo(app.app.platform.clock.now().add({ minutes: 65 }).toString())
      return (await person.call(startFocus, { minutes: 240 })).now?.id ?? ''
    })
    await reader.call(endFocus, {})
    await nextHour()
    expect(await stateOf(reader, number)).toBe('delivered')
  })

  test('blocks that a preset takes the place of hold nothing back any more', async () => {
    const { reader, number } = await waiting(recurring)
    await reader.call(adoptFocus, { key: 'afternoon' })
    await nextHour()
    expect(await stateOf(reader, number)).toBe('delivered')
  })

  test('a longer block holds longer what has not left yet', async () => {
    const { reader, id, number } = await waiting(recurring)
    await reader.call(editFocus, { id, end: '16:00' })
    await app.advanceTo(app.app.platform.clock.now().add({ hours: 3 }).toString())
    expect(await stateOf(reader, number)).toBe('waiting')
    await app.advanceTo(app.app.platform.clock.now().add({ hours: 2 }).toString())
    expect(await stateOf(reader, number)).toBe('delivered')
  })

  test('an absence that is taken back lets go', async () => {
    const { reader, id, number } = await waiting(async (person) => {
      const now = app.app.platform.clock.now()
      return (await person.call(addAbsence, { id: person.id, start: now.toString(), end: now.add({ hours: 10 }).toString() })).id
    })
    await reader.call(cancelAbsence, { id })
    await nextHour()
    expect(await stateOf(reader, number)).toBe('delivered')
  })
})
