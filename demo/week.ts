import { acknowledgeAsk, answerAsk, askBack, clarifyAsk, owe, postAsk, rateAsk } from '#contract/asks.ts'
import { adoptFocus, endFocus, startFocus } from '#contract/attention.ts'
import { listThreads, markRead, postReply, postThread, readThread } from '#contract/threads.ts'
import type { Shift } from '#domain/time/types.ts'
import { shiftsOf } from './story.ts'
import type { Scene } from './story.ts'
import { SPACES, TEAM } from './team.ts'
import type { DemoName } from './team.ts'
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
/** Of so many asks one is left until it is late. */
const LEFT_EACH = 12
/** Somebody who keeps no fixed blocks starts one by hand, so long after the start of the shift, and leaves it so long after it began on one day. Unit: minutes. */
const BY_HAND = { after: 60, minutes: 120, leftAfter: 70 }
/** An urgent ask is looked at after so long. Unit: minutes. */
const URGENT_SEEN_AFTER = 12

/**
 * A week of the team with so many asks and texts, the same each time: people write and ask in their own working hours,
 * answer most of what they owe before it is due, and read some threads before anything about them is delivered.
 */
function weekScenes(teller: Teller, after: Temporal.Instant, { asks, messages }: WeekSize): Scene[] {
  const draw = drawFrom(20_260_323)
  const [from, until] = [after.add({ minutes: 1 }), after.add({ hours: 7 * 24 })]
  const shifts = TEAM.flatMap((person) => shiftsOf(person.key, teller.dates, from, until).map((shift) => ({ person, shift: inside(shift, from, until) })))
  const scenes: Scene[] = [
    { at: from, play: async () => { await teller.as('kenji')(adoptFocus, { key: 'one_block' }) } },
    { at: from, play: async () => { await teller.as('ana')(adoptFocus, { key: 'two_blocks' }) } },
    { at: from, play: async () => { await teller.as('tom')(adoptFocus, { key: 'afternoon' }) } },
    ...shifts.filter(({ person }) => person.key === 'mei').flatMap(({ shift }, day) => focusByHand(teller, 'mei', shift, day)),
  ]
  const threads = new Map<string, number[]>(SPACES.map((space) => [space.name, []]))
  const sometime = (shift: Shift): Temporal.Instant => shift.start.add({ minutes: draw.below(Math.floor(shift.start.until(shift.end).total('minutes'))) })
  for (let index = 0; index < messages; index += 1) {
    const { person, shift } = draw.from(shifts)
    const space = draw.from(person.spaces)
    const [opens, chance] = [index % THREAD_EACH === 0, draw.below(1000)]
    scenes.push({ at: sometime(shift), play: async () => {
      const here = threads.get(space) ?? []
      if (opens || here.length === 0) here.push((await teller.as(person.key)(postThread, { spaceId: teller.spaces[space], title: titled(MATTERS, Math.floor(index / THREAD_EACH)), body: TEXTS[chance % TEXTS.length] ?? '' })).number)
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

/** As much of a shift as lies in the week. */
function inside(shift: Shift, from: Temporal.Instant, until: Temporal.Instant): Shift {
  const [start, end] = [[shift.start, from].toSorted(Temporal.Instant.compare)[1], [shift.end, until].toSorted(Temporal.Instant.compare)[0]]
  return { ...shift, start: start ?? shift.start, end: end ?? shift.end }
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

/** What threads and asks are about; each has a number of its own in place of the `#`. */
const MATTERS = ['Dry run of batch #', 'What ticket # was about', 'Release #: what goes in', 'Query # got slower', 'Notes from customer #'] as const
const QUESTIONS = ['May batch # start on Thursday?', 'Which limit holds for customer #?', 'Is ticket # done?', 'Who looks after job #?', 'Does release # need the new index?'] as const
const titled = (of: readonly string[], index: number): string => (of[index % of.length] ?? '').replace('#', String(index + 1))

type Planned = { at: Temporal.Instant; by: DemoName; to: DemoName; spaceId: string; index: number }

function askScenes(teller: Teller, { at, by, to, spaceId, index }: Planned): Scene[] {
  const urgent = index % URGENT_EACH === 0
  let number = 0
  let answerer = to
  const asked: Scene = { at, play: async () => {
    const ask = await teller.as(by)(postAsk, {
      spaceId, to: teller.people[to], title: titled(QUESTIONS, index), kind: 'answer', body: TEXTS[index % TEXTS.length] ?? '',
      ...(urgent ? { urgency: 'urgent', urgentReason: 'Customers cannot pay.', blockedPath: 'Every payment.' } : { urgency: index % 3 === 0 ? 'important' : index % 3 === 1 ? 'standard' : 'low' }),
    })
    number = ask.number
    answerer = nameOf(teller, ask.answererId)
  } }
  if (!urgent) return [asked]
  return [asked, { at: at.add({ minutes: URGENT_SEEN_AFTER }), play: async () => {
    await teller.as(answerer)(acknowledgeAsk, { number })
    await teller.as(answerer)(answerAsk, { number, body: 'Rolled back; the payments go through again.' })
    await teller.as(answerer)(rateAsk, { number, rating: index % (2 * URGENT_EACH) === 0 ? 'urgent' : 'hour' })
  } }]
}

/** Who answers: whoever covers, where somebody is away. */
function nameOf(teller: Teller, id: string): DemoName {
  const found = TEAM.find(({ key }) => teller.people[key] === id)
  if (!found) throw new Error('Somebody answers who is not of the team.')
  return found.key
}

/** A block of the day that is started by hand; on the third day it is left early. */
function focusByHand(teller: Teller, name: DemoName, shift: Shift, day: number): Scene[] {
  const begins = shift.start.add({ minutes: BY_HAND.after })
  const start: Scene = { at: begins, play: async () => { await teller.as(name)(startFocus, { minutes: BY_HAND.minutes, what: 'The ledger' }) } }
  const leave: Scene = { at: begins.add({ minutes: BY_HAND.leftAfter }), play: async () => { await teller.as(name)(endFocus, { gotDone: 'The second index.' }) } }
  return day === 2 ? [start, leave] : [start]
}

/** In a shift somebody reads a thread or two, answers what is due, and asks back where something is missing. */
function lookScenes(teller: Teller, name: DemoName, shift: Shift): Scene[] {
  const step = Math.floor(shift.start.until(shift.end).total('minutes') / (LOOKS_A_SHIFT + 1))
  return Array.from({ length: LOOKS_A_SHIFT }, (_none, index) => ({ at: shift.start.add({ minutes: step * (index + 1) }), play: () => look(teller, name) }))
}

const LATE: ReadonlySet<string> = new Set(['overdue', 'escalated'])

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
    else if (ask.can.includes('answer') && (ask.number % LEFT_EACH !== 0 || LATE.has(ask.state))) await call(answerAsk, { number: ask.number, body: 'Yes. I checked it this morning.' })
  }
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
