import type { readWeek } from '#contract/demo.ts'
import type { OutputOf } from '#contract/operation.ts'
import { TEAM } from '#demo/team.ts'
import type { DemoName } from '#demo/team.ts'
import type { WeekSize } from '#demo/week.ts'
import { allRoutes } from '#server/app.ts'
import type { App } from '#server/app.ts'
import { makeAct } from '#server/platform/act.ts'
import { actorOf } from '#server/platform/auth/identify.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { seedDemo, seedWeek } from './seed.ts'
import type { Seeded } from './seed.ts'
import { viewDeliveries, viewWeek } from './week.ts'

type Instant = Temporal.Instant
export type ToldWeek = { workspaceId: string; people: Readonly<Record<DemoName, string>>; week: OutputOf<typeof readWeek>; until: Instant; deliveriesOf(personId: string): Promise<OutputOf<typeof readWeek>['deliveries']> }

const WEEK_HOURS = 7 * 24
const PAGE = 100

/** Tells a week of this size after the demo, and before that the demo up to where the app's clock stands unless that was `told`, and reads what the page shows of that week. */
export async function tellWeekIn({ platform }: App, size: WeekSize, told?: Seeded): Promise<ToldWeek> {
  const from = platform.clock.now()
  const until = from.add({ hours: WEEK_HOURS })
  const seeded = told ?? await platform.db.transaction().execute((tx) => seedDemo(platform, allRoutes(), tx, from))
  await seedWeek(platform, allRoutes(), seeded, from, size)
  const { workspaceId, people } = seeded
  const actor = await actorOf(platform.db, workspaceId, people.kenji)
  if (!actor) throw new Error('The first reader of the demo is not there.')
  const act = makeAct(platform, { tx: platform.db, actor, now: until })
  return {
    workspaceId, people, until, week: await viewWeek(act, {}),
    async deliveriesOf(personId) {
      const all: OutputOf<typeof readWeek>['deliveries'] = []
      for (let cursor: string | undefined; ;) {
        const { items, next } = await viewDeliveries(act, { personId, limit: PAGE, ...(cursor !== undefined && { cursor }) })
        all.push(...items)
        if (next === null) return all
        cursor = next
      }
    },
  }
}

/**
 * What a week must hold, each break of it in one sentence: nothing that can wait came in focus, in an absence or outside
 * working time, counted again by the naive clock below; every item has one end with its reason, or a moment at which it
 * leaves; what is urgent left within a minute; nothing came twice.
 */
export async function faultsOf(db: Db, { workspaceId, people, week, until }: ToldWeek): Promise<string[]> {
  const [items, batches, timers, lives] = await Promise.all([
    db.selectFrom('attention_item').select(['id', 'person_id', 'event_key', 'state', 'settled_at', 'settled_reason', 'deliver_at', 'not_before', 'urgent', 'batch_id']).where('workspace_id', '=', workspaceId).execute(),
    db.selectFrom('attention_batch').select(['id', 'person_id', 'at', 'kind', 'items', 'urgent']).where('workspace_id', '=', workspaceId).execute(),
    db.selectFrom('timer').select(['kind', 'key', 'due_at']).where('workspace_id', '=', workspaceId).execute(),
    livesOf(db, workspaceId, people),
  ])
  const of = new Map(batches.map((batch) => [batch.id, batch]))
  const wakes = new Map(timers.filter((timer) => timer.kind === 'attention.release').map((timer) => [timer.key, timer.due_at]))
  return [
    ...week.people.filter((person) => person.interruptions > 0).map((person) => `${person.name} was interrupted ${person.interruptions} times.`),
    ...batches.filter((batch) => !batch.urgent).flatMap((batch) => {
      const why = lives.get(batch.person_id)?.(batch.at) ?? null
      return why === null ? [] : [`A ${batch.kind} came at ${batch.at} to somebody who ${why}.`]
    }),
    ...timers.filter((timer) => later(until, timer.due_at)).map((timer) => `A timer ${timer.kind} was due at ${timer.due_at} and did not run.`),
    ...items.flatMap((item) => {
      const batch = of.get(item.batch_id ?? '')
      const left = item.state === 'delivered' || item.state === 'digest'
      const wake = wakes.get(item.person_id)
      if (left !== (item.batch_id !== null) || (left && (batch?.person_id !== item.person_id || !same(batch.at, item.settled_at)))) return [`${item.id} is ${item.state}, and its batch is not.`]
      if (item.state !== 'waiting') return item.settled_at && item.settled_reason !== '' ? [] : [`${item.id} ended as ${item.state} without a moment or a reason.`]
      return item.deliver_at && wake && !later(wake, item.deliver_at) ? [] : [`${item.id} waits for a moment that does not come.`]
    }),
    ...items.filter((item) => item.urgent && item.state === 'delivered' && item.settled_at && later(item.settled_at, item.not_before.add({ seconds: URGENT_S }))).map((item) => `${item.id} was urgent and left after more than a minute.`),
    ...batches.filter((batch) => items.filter((item) => item.batch_id === batch.id).length !== Number(batch.items)).map((batch) => `A ${batch.kind} of ${batch.at} does not hold what it counts.`),
    ...twice(items.map((item) => `${item.event_key} to ${item.person_id}`)).map((key) => `Twice: ${key}.`),
  ]
}

/** What is urgent leaves within so long. */
const URGENT_S = 60

const later = (left: Instant, right: Instant): boolean => Temporal.Instant.compare(left, right) > 0
const same = (left: Instant, right: Instant | null): boolean => right !== null && Temporal.Instant.compare(left, right) === 0
const twice = (keys: readonly string[]): string[] => [...Map.groupBy(keys, (key) => key)].flatMap(([key, some]) => some.length > 1 ? [key] : [])

/** Why somebody is not to be reached at a moment; null when they may be. */
type Life = (at: Instant) => string | null

/** The naive clock: each person's wall clock against the hours, days off and blocks as they stand in the tables, without a line of the planner. */
async function livesOf(db: Db, workspaceId: string, people: Readonly<Record<DemoName, string>>): Promise<Map<string, Life>> {
  const [absences, holidays, blocks, anchors] = await Promise.all([
    db.selectFrom('absence').select(['person_id', 'starts_at', 'ends_at']).where('workspace_id', '=', workspaceId).where('cancelled_at', 'is', null).execute(),
    db.selectFrom('person_holiday_calendar as c').innerJoin('holiday as h', 'h.calendar_id', 'c.calendar_id').select(['c.person_id', 'h.on_date']).where('c.workspace_id', '=', workspaceId).execute(),
    db.selectFrom('focus_block').select(['person_id', 'days', 'start_time', 'end_time', 'from_date', 'starts_at', 'ends_at', 'created_at', 'removed_at']).where('workspace_id', '=', workspaceId).execute(),
    db.selectFrom('work_period').select(['person_id', 'anchor']).where('workspace_id', '=', workspaceId).execute(),
  ])
  return new Map(TEAM.map(({ key, zone, weeks }) => {
    const id = people[key]
    const mine = <T extends { person_id: string }>(rows: readonly T[]): T[] => rows.filter((row) => row.person_id === id)
    const [first] = mine(anchors)
    return [id, (at: Instant): string | null => {
      const there = at.toZonedDateTimeISO(zone)
      const [date, time, day] = [there.toPlainDate().toString(), there.toPlainTime().toString().slice(0, 'HH:MM'.length), there.dayOfWeek]
      if (mine(absences).some((away) => !later(away.starts_at, at) && later(away.ends_at, at))) return 'is away'
      if (mine(holidays).some((holiday) => holiday.on_date === date)) return 'has a holiday'
      const week = weeks[mondaysBetween(first?.anchor ?? date, date) % weeks.length] ?? []
      if (!week.some((hours) => hours.day === day && hours.start <= time && time < hours.end)) return 'does not work'
      const focused = mine(blocks).some((block) => !later(block.created_at, at) && (block.removed_at === null || later(block.removed_at, at)) && (block.starts_at && block.ends_at
        ? !later(block.starts_at, at) && later(block.ends_at, at)
        : block.days.includes(day) && (block.from_date ?? '') <= date && (block.start_time ?? '') <= time && time < (block.end_time ?? '')))
      return focused ? 'is in focus' : null
    }]
  }))
}

function mondaysBetween(from: string, until: string): number {
  const monday = (date: string) => { const day = Temporal.PlainDate.from(date); return day.subtract({ days: day.dayOfWeek - 1 }) }
  return monday(from).until(monday(until), { largestUnit: 'weeks' }).weeks
}
