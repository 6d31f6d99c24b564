import { openedBrief, readBrief } from '#contract/brief.ts'
import { answerPrompt, listPrompts } from '#contract/checkins.ts'
import { acceptBaton, answerBaton, batonDone, clearLine, listBatons, postWrap, returnBaton } from '#contract/handoffs.ts'
import type { Receiver } from '#contract/handoffs.ts'
import { shiftsBetween } from '#domain/time/working-spans.ts'
import type { Shift, WorkCalendar } from '#domain/time/types.ts'
import type { StoryDates } from './dates.ts'
import { decisions } from './decisions.ts'
import { pages } from './pages.ts'
import { runs } from './runs.ts'
import { ROLE_IDS, settings } from './settings.ts'
import { talk } from './talk.ts'
import { TEAM } from './team.ts'
import type { DemoName } from './team.ts'
import type { Teller } from './teller.ts'
import { WRAPS } from './wraps.ts'
import type { StoryBaton, StoryWrap } from './wraps.ts'

/** Signed this long before the end of the shift, and read this long after the start of one. Unit: minutes. */
const SIGNED_BEFORE_END = 6
const READ_AFTER_START = 5
/** A wrap in the demo took its author between one and two minutes. Unit: seconds. */
const SECONDS_TAKEN = { least: 52, spread: 61 }

export type Scene = { at: Temporal.Instant; play: () => Promise<void> }
/** What scenes know each other's entries by: a key of the story, and the number that it got. */
export type Numbers = { set(key: string, number: number): void; of(key: string): number }

/** A lived-in month of the team, told through the contract; its last days leave batons in every state. */
export async function tellStory(teller: Teller): Promise<void> {
  const numbers = numbersOf()
  const scenes = [...settings(teller), ...talk(teller, numbers), ...decisions(teller, numbers), ...pages(teller, numbers), ...runs(teller, numbers), ...TEAM.flatMap(({ key }) => mornings(teller, key)), ...WRAPS.flatMap((wrap) => [evening(teller, wrap), nextDoor(teller, wrap)])]
  scenes.sort((a, b) => Temporal.Instant.compare(a.at, b.at))
  for (const scene of scenes) {
    if (Temporal.Instant.compare(scene.at, teller.end) > 0) break
    await teller.until(scene.at)
    await scene.play()
  }
}

function numbersOf(): Numbers {
  const known = new Map<string, number>()
  return {
    set: (key, number) => { known.set(key, number) },
    of(key) {
      const number = known.get(key)
      if (number === undefined) throw new Error(`The story has not told of ${key} yet.`)
      return number
    },
  }
}

/** Dates on which somebody is not there: public holidays and absences of the story, and of the week that may be told after it. */
const AWAY: Readonly<Record<DemoName, readonly string[]>> = {
  kenji: ['2026-02-23', '2026-03-20'], mei: ['2026-02-23', '2026-02-26', '2026-02-27', '2026-03-20'], ana: [], ben: [],
  tom: ['2026-03-16', '2026-03-17', '2026-03-18', '2026-03-19', '2026-03-20', '2026-03-23', '2026-03-24', '2026-03-25', '2026-03-26', '2026-03-27'], priya: ['2026-03-23'],
}

/** The shifts of somebody, without the days on which they are not there. */
export function shiftsOf(name: DemoName, dates: StoryDates, from: Temporal.Instant, until: Temporal.Instant): Shift[] {
  const person = TEAM.find((one) => one.key === name)
  if (!person) return []
  const calendar: WorkCalendar = {
    periods: [{ from: null, zone: person.zone, anchor: dates.movedDate('2026-02-23'), weeks: person.weeks }], holidays: new Set(AWAY[name].map(dates.movedDate)), absences: [], given: new Set(), taken: [],
  }
  return shiftsBetween(calendar, from, until)
}

/** Each morning: read the brief, say what is done, take what was handed over, answer what came back, fill in the check-ins. */
function mornings(teller: Teller, name: DemoName): Scene[] {
  return shiftsOf(name, teller.dates, teller.dates.begin, teller.end).map((shift) => ({
    at: shift.start.add({ minutes: READ_AFTER_START }),
    play: async () => {
      await readMorning(teller, name, shift.start)
      await finishBatons(teller, name)
      await takeBatons(teller, name)
      await answerReturned(teller, name)
      await fillIn(teller, name)
    },
  }))
}

/** How old a question must be before the story lets somebody settle it. Unit: hours. */
const SETTLED_AFTER = 36

async function readMorning(teller: Teller, name: DemoName, start: Temporal.Instant): Promise<void> {
  const call = teller.as(name)
  const brief = await call(readBrief, {})
  await call(openedBrief, {})
  const items = brief.sections.flatMap((section) => section.items)
  for (const item of items) {
    const old = Temporal.Instant.compare(Temporal.Instant.from(item.at).add({ hours: SETTLED_AFTER }), start) < 0
    if (item.can.includes('clear') && item.lineId !== null && item.number !== null && old) await call(clearLine, { number: item.number, lineId: item.lineId })
  }
}

const batonOf = (text: string): StoryBaton | undefined => WRAPS.flatMap((wrap) => wrap.hand ?? []).find((baton) => baton.text === text)

async function takeBatons(teller: Teller, name: DemoName): Promise<void> {
  const call = teller.as(name)
  const { items } = await call(listBatons, { of: 'to-me' })
  for (const baton of items) {
    const fate = batonOf(baton.text)?.fate ?? { kind: 'accepted' }
    if (fate.kind === 'returned' && baton.answer === null && baton.can.includes('return')) await call(returnBaton, { id: baton.id, question: fate.question })
    else if (fate.kind !== 'left' && baton.can.includes('accept')) await call(acceptBaton, { id: baton.id })
  }
}

/** What was accepted on a morning before, and has come to its end since. */
async function finishBatons(teller: Teller, name: DemoName): Promise<void> {
  const call = teller.as(name)
  const { items } = await call(listBatons, { of: 'to-me', settled: 'true' })
  for (const baton of items) {
    const fate = batonOf(baton.text)?.fate
    if (fate?.kind === 'returned' && fate.outcome !== undefined && baton.can.includes('done')) await call(batonDone, { id: baton.id, outcome: fate.outcome })
  }
}

async function answerReturned(teller: Teller, name: DemoName): Promise<void> {
  const call = teller.as(name)
  const { items } = await call(listBatons, { of: 'from-me' })
  for (const baton of items) {
    const fate = batonOf(baton.text)?.fate
    if (baton.state === 'returned' && fate?.kind === 'returned' && fate.answer !== undefined) await call(answerBaton, { id: baton.id, answer: fate.answer })
  }
}

async function fillIn(teller: Teller, name: DemoName): Promise<void> {
  const call = teller.as(name)
  const { prompts } = await call(listPrompts, {})
  for (const prompt of prompts) {
    const answers = prompt.form.questions.flatMap((question) => {
      const ready = prompt.prefill.find((one) => one.key === question.key)
      const text = ready?.text ?? (question.required ? 'As planned; see the wrap of this evening.' : '')
      return text === '' ? [] : [{ key: question.key, text, source: ready?.source ?? null }]
    })
    if (answers.length > 0) await call(answerPrompt, { id: prompt.id, answers })
  }
}

/** Each evening that the story tells of: somebody signs a wrap a few minutes before going. */
function evening(teller: Teller, wrap: StoryWrap): Scene {
  const date = teller.dates.movedDate(wrap.on)
  const noon = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).toInstant()
  const shift = shiftsOf(wrap.by, teller.dates, noon.subtract({ hours: 24 }), noon.add({ hours: 36 })).find((one) => one.date === date)
  if (!shift) throw new Error(`${wrap.by} does not work on ${wrap.on}.`)
  return { at: shift.end.subtract({ minutes: SIGNED_BEFORE_END }), play: async () => { await teller.as(wrap.by)(postWrap, wrapInput(teller, wrap)) } }
}

/** How soon those who are at work see what was just handed over. Unit: minutes. */
const SEEN_AFTER = 15

/** Those who are at work when a wrap is signed take what it hands them, or ask back. */
function nextDoor(teller: Teller, wrap: StoryWrap): Scene {
  const at = evening(teller, wrap).at.add({ minutes: SEEN_AFTER })
  return {
    at,
    play: async () => {
      for (const { key } of TEAM) {
        if (shiftsOf(key, teller.dates, at, at.add({ minutes: 1 })).length > 0) await takeBatons(teller, key)
      }
    },
  }
}

function wrapInput(teller: Teller, wrap: StoryWrap) {
  const idOf = (name: DemoName | undefined) => name === undefined ? null : teller.people[name]
  return {
    spaceId: teller.spaces[wrap.in], state: wrap.state, nextAction: wrap.next, mostImportant: wrap.important,
    done: wrap.done.map((text) => ({ text })), decisions: wrap.decisions ?? [],
    blockers: (wrap.blockers ?? []).map(({ text, owner }) => ({ text, ownerId: idOf(owner) })),
    questions: (wrap.questions ?? []).map(({ text, to }) => ({ text, answererId: idOf(to) })),
    batons: (wrap.hand ?? []).map(({ text, next, to }) => ({ text, nextStep: next, to: receiver(teller, to) })),
    secondsTaken: SECONDS_TAKEN.least + wrap.important.length % SECONDS_TAKEN.spread,
  }
}

function receiver(teller: Teller, to: StoryBaton['to']): Receiver {
  if (to === 'next shift') return { kind: 'shift' }
  if (to === 'On call' || to === 'Release manager') return { kind: 'role', roleId: ROLE_IDS[to] }
  return { kind: 'person', personId: teller.people[to] }
}
