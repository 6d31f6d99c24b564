import { acknowledgeAsk, answerAsk, askBack, clarifyAsk, owe, postAsk, rateAsk } from '#contract/asks.ts'
import { adoptFocus } from '#contract/attention.ts'
import { listThreads, markRead, postReply, postThread, readThread } from '#contract/threads.ts'
import { shiftsBetween } from '#domain/time/working-spans.ts'
import type { Shift } from '#domain/time/types.ts'
import type { Scene } from './story.ts'
import { SPACES, TEAM } from './team.ts'
import type { DemoName, DemoPerson } from './team.ts'
import type { Teller } from './teller.ts'

export type WeekSize = { asks: number; messages: number }
type Draw = { below(most: number): number; from<T>(list: readonly T[]): T }

/** Of so many asks one is urgent, and one goes back with a question. */
const URGENT_EACH = 40
const ASKED_BACK_EACH = 8
/** Of so many texts one opens a thread. */
const THREAD_EACH = 20
/** Somebody looks at what they owe this often in a shift. */
const LOOKS_A_SHIFT = 3
/** An urgent ask is looked at after so long. Unit: minutes. */
const URGENT_SEEN_AFTER = 12

/**
 * A week of the team with so many asks and texts, the same each time: people write and ask in their own working hours,
 * answer most of what they owe before it is due, and read some threads before anything about them is delivered.
 */
export function weekScenes(teller: Teller, from: Temporal.Instant, { asks, messages }: WeekSize): Scene[] {
  const draw = drawFrom(20_260_323)
  const until = from.add({ hours: 7 * 24 })
  const shifts = TEAM.flatMap((person) => shiftsOf(person, from, until).map((shift) => ({ person, shift })))
  const scenes: Scene[] = [
    { at: from, play: async () => { await teller.as('kenji')(adoptFocus, { key: 'one_block' }) } },
    { at: from, play: async () => { await teller.as('ana')(adoptFocus, { key: 'two_blocks' }) } },
    { at: from, play: async () => { await teller.as('tom')(adoptFocus, { key: 'afternoon' }) } },
  ]
  const threads = new Map<string, number[]>(SPACES.map((space) => [space.name, []]))
  const sometime = (shift: Shift): Temporal.Instant => shift.start.add({ minutes: draw.below(Math.floor(shift.start.until(shift.end).total('minutes'))) })
  for (let index = 0; index < messages; index += 1) {
    const { person, shift } = draw.from(shifts)
    const space = draw.from(person.spaces)
    const [opens, chance] = [index % THREAD_EACH === 0, draw.below(1000)]
    scenes.push({ at: sometime(shift), play: async () => {
      const here = threads.get(space) ?? []
      if (opens || here.length === 0) here.push((await teller.as(person.key)(postThread, { spaceId: teller.spaces[space], title: `Matter ${index} of ${space}`, body: TEXTS[chance % TEXTS.length] ?? '' })).number)
      else await teller.as(person.key)(postReply, { number: here[Math.max(0, here.length - 1 - chance % 5)] ?? 0, body: TEXTS[chance % TEXTS.length] ?? '' })
    } })
  }
  for (let index = 0; index < asks; index += 1) {
    const { person, shift } = draw.from(shifts)
    const space = draw.from(person.spaces)
    const to = draw.from(TEAM.filter((other) => other.key !== person.key && other.spaces.includes(space)))
    scenes.push(...askScenes(teller, { at: sometime(shift), by: person.key, to: to.key, spaceId: teller.spaces[space], index }))
  }
  for (const { person, shift } of shifts) scenes.push(...lookScenes(teller, person.key, shift))
  return scenes.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)).filter((scene) => Temporal.Instant.compare(scene.at, until) < 0)
}

/** Tells a week of the demo team from where its story stands. */
export async function tellWeek(teller: Teller, from: Temporal.Instant, size: WeekSize): Promise<void> {
  for (const scene of weekScenes(teller, from, size)) {
    await teller.until(scene.at)
    await scene.play()
  }
  await teller.until(from.add({ hours: 7 * 24 }))
}

const TEXTS = [
  'The dry run took 41 minutes, ten less than on Monday. What is left is the second index.',
  'I would keep both until the report has run once. Removing one later is a line.',
  'Agreed. I write it down and close this on Thursday unless something new comes up.',
  'Two customers asked for it this week, both in Lisbon. The other zones never do.',
  'The numbers are in the table above; the outlier on Tuesday is the outage, not the change.',
  'Before we decide: who reads the old export? I found one job, and nobody who knows it.',
] as const

type Planned = { at: Temporal.Instant; by: DemoName; to: DemoName; spaceId: string; index: number }

function askScenes(teller: Teller, { at, by, to, spaceId, index }: Planned): Scene[] {
  const urgent = index % URGENT_EACH === 0
  let number = 0
  const asked: Scene = { at, play: async () => {
    number = (await teller.as(by)(postAsk, {
      spaceId, to: teller.people[to], title: `Question ${index}`, kind: 'answer', body: TEXTS[index % TEXTS.length] ?? '',
      ...(urgent ? { urgency: 'urgent', urgentReason: 'Customers cannot pay.', blockedPath: 'Every payment.' } : { urgency: index % 3 === 0 ? 'important' : index % 3 === 1 ? 'standard' : 'low' }),
    })).number
  } }
  if (!urgent) return [asked]
  return [asked, { at: at.add({ minutes: URGENT_SEEN_AFTER }), play: async () => {
    await teller.as(to)(acknowledgeAsk, { number })
    await teller.as(to)(answerAsk, { number, body: 'Rolled back; the payments go through again.' })
    await teller.as(to)(rateAsk, { number, rating: index % (2 * URGENT_EACH) === 0 ? 'urgent' : 'hour' })
  } }]
}

/** In a shift somebody reads a thread or two, answers what is due, and asks back where something is missing. */
function lookScenes(teller: Teller, name: DemoName, shift: Shift): Scene[] {
  const step = Math.floor(shift.start.until(shift.end).total('minutes') / (LOOKS_A_SHIFT + 1))
  return Array.from({ length: LOOKS_A_SHIFT }, (_none, index) => ({ at: shift.start.add({ minutes: step * (index + 1) }), play: () => look(teller, name) }))
}

async function look(teller: Teller, name: DemoName): Promise<void> {
  const call = teller.as(name)
  const { items } = await call(listThreads, { of: 'following', limit: 2 })
  for (const { number } of items) {
    const thread = await call(readThread, { number })
    await call(markRead, { number, seq: thread.items.at(-1)?.seq ?? 0 })
  }
  for (const ask of (await call(owe, {})).groups.flatMap((group) => group.asks)) {
    if (ask.can.includes('clarify')) await call(clarifyAsk, { number: ask.number, body: 'The one in production; the other is gone.' })
    else if (ask.number % ASKED_BACK_EACH === 0 && ask.question === null && ask.can.includes('ask-back')) await call(askBack, { number: ask.number, body: 'Which of the two do you mean?' })
    else if (ask.can.includes('answer')) await call(answerAsk, { number: ask.number, body: 'Yes. I checked it this morning.' })
  }
}

function shiftsOf(person: DemoPerson, from: Temporal.Instant, until: Temporal.Instant): Shift[] {
  const anchor = from.toZonedDateTimeISO(person.zone).toPlainDate().toString()
  return shiftsBetween({ periods: [{ from: null, zone: person.zone, anchor, weeks: person.weeks }], holidays: new Set(), absences: [], given: new Set(), taken: [] }, from, until)
}

/** A small generator of numbers that look drawn by chance and are the same each time (Lehmer's). */
function drawFrom(seed: number): Draw {
  let state = seed % MODULUS
  const below = (most: number): number => {
    state = (state * MULTIPLIER) % MODULUS
    return Math.floor(state / MODULUS * most)
  }
  return { below, from: (list) => list[below(list.length)] as (typeof list)[number] }
}
/** Park and Miller, 1988. */
const MODULUS = 2_147_483_647
const MULTIPLIER = 48_271
