import type { PresetName } from './settings.ts'

/** What the team agrees on how fast an answer comes; the numbers stand in the front matter. */
const ANSWERS: Readonly<Record<PresetName, string>> = {
  '001': `Each question carries an urgency, and each urgency a time. An **urgent** one means that a system is down or a client cannot go
on; somebody answers within half an hour at any hour of the day. An **important** one, a blocker or something that
spoils with time, is answered within four working hours. A **standard** question is answered by the end of the working
day. What is **low** can wait for two working days.

Working hours are those of the person who answers. A clock stands still while they are off.`,
  '002': `Each question carries an urgency, and each urgency a time. An **urgent** one is answered on the same working day. A **normal**
one is answered by the end of the next working day. A **complex** one, where a good answer takes thought, is answered
within three working days.

Working hours are those of the person who answers. A clock stands still while they are off. Who truly needs an answer
within minutes calls, and says sorry for the interruption.`,
}

const FRONT_MATTER: Readonly<Record<PresetName, string>> = {
  '001': `preset: "001"
# Most urgent first. Minutes count the answerer's working time unless they run around the clock;
# working_days means by the end of that working day, 0 being today's.
responses:
  - name: urgent
    allowance: { minutes: 30, around_the_clock: true }
    meaning: System down, client emergency.
  - name: important
    allowance: { minutes: 240, around_the_clock: false }
    meaning: A blocker or a time-sensitive question.
  - name: standard
    allowance: { working_days: 0 }
    meaning: A general question, sharing information.
  - name: low
    allowance: { minutes: 960, around_the_clock: false }
    meaning: For your information, not urgent.`,
  '002': `preset: "002"
# Most urgent first. working_days means by the end of that working day, 0 being today's;
# minutes would count the answerer's working time.
responses:
  - name: urgent
    allowance: { working_days: 0 }
    meaning: Same day, within working hours.
  - name: normal
    allowance: { working_days: 1 }
    meaning: By the end of the next business day.
  - name: complex
    allowance: { working_days: 3 }
    meaning: Two to three days for a thoughtful answer.`,
}

const SHARED_SETTINGS = `# Working minutes after a shift starts until a baton that nobody took goes to the cover.
handoff:
  grace_minutes: 30
# Working minutes after the start of a shift in which the standup is expected.
standup:
  window_minutes: 120
# How long a brief may take to read before the rest of it is folded.
brief:
  reading_minutes: 2
# The clock of an ask; rounds, messages or days on one open question from which a 15-minute call is offered.
asks:
  clock_stops_in_focus: true
  rounds_limit: 3
  rounds_messages: 20
  rounds_days: 3
# The shortest block that counts as focus, in minutes; weekdays without meetings, Monday being 1.
focus:
  floor_minutes: 90
  meeting_free_days: []
# An urgent ask is repeated until somebody is on it. After each step the next of these people is told as well,
# by e-mail address; then whoever of the role is on shift; then the space.
urgent:
  repeat_minutes: 10
  step_minutes: 30
  people: []
  role: ""
# Words from which the gist comes first, and from which a page is offered; rules of the check that must pass.
writing:
  tldr_words: 200
  page_words: 600
  gate: []`

const OPENING = `We work in writing first. This page says what we expect of each other; the numbers at its top are those that Longhand
runs on. Who wants a change proposes it here, with the reason.`

const CLAUSES = `## 2. When sync and when async

We write by default: updates, questions, feedback, decisions with clear options, and everything that somebody may want
to look up later. We hand over with a wrap at the end of a shift, and each of us answers the standup in writing at the
start of our own day.

We talk when a thread has gone back and forth three times without an end, when something is sensitive or a matter
between people, when ideas should build on each other, when a decision is hard to undo and touches many, to get to know
each other, and in a crisis. Whatever was agreed by voice is written down in the same place afterwards.

## 3. Public versus private

We write in spaces that the whole workspace can read. Who writes in the open answers the next person who has the same
question. A private space is for what is personal, confidential or about a single person. When in doubt, it is public.

## 4. How to ask for synchronous time

Who wants to talk says what should come out of it, who is needed and for how long, and sends what there is to read
beforehand. Twenty-five minutes are the rule, fifty the limit. An ask without an objective may be declined in one
sentence. Nobody's focus time is booked over without their yes.

## 5. Core and overlap hours

Each of us keeps our own working hours up to date, with days off and who covers. Hours in which several of us work are
for talking; the others are for work without interruption. Nobody is expected to read outside their hours.

Who hands something over names the person, role or shift that takes it. The receiver accepts it, or returns it with one
question, when their shift starts. What nobody has taken after the grace goes to the cover.
`

/**
 * The whole text of a preset, as version 1 of an agreement: front matter with every setting, then five clauses.
 * Time-boxes: 001:45–48 and 002:147–151; clauses: 002:238–243; when to talk: 001:65–72 and 002:203–209.
 */
export function presetText(preset: PresetName): string {
  return `---\n${FRONT_MATTER[preset]}\n${SHARED_SETTINGS}\n---\n\n# Working agreement\n\n${OPENING}\n\n## 1. Response times\n\n${ANSWERS[preset]}\n\n${CLAUSES}`
}
