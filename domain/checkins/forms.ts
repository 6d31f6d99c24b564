import { ENGLISH, inWords, said, sentenceFor } from '../words/said.ts'
import type { Words } from '../words/said.ts'

export type CheckinKind = 'standup' | 'weekly_plans' | 'weekly_shipped' | 'custom'
export type Question = { key: string; text: string; required: boolean }
/** When a form asks. `days`: 1 is Monday, in each person's own week. `at`: `shift_start`, or a local time such as `16:00`. */
export type Rhythm = { days: readonly number[]; at: string; every_weeks: number }
/** `window_minutes` null follows the agreement's standup window. Unit: working minutes. */
export type CheckinSchedule = Rhythm & { window_minutes: number | null }

const WEEKDAYS = [1, 2, 3, 4, 5]
const FRIDAY = [5]
/** A weekly look back is asked for once most of the last working day is done. */
const WEEKLY_AT = '14:00'
/** A weekly form may take one working day. Unit: working minutes. */
const WEEKLY_WINDOW = 480

const question = (key: string, text: string, required = false): Question => ({ key, text, required })

/** What each kind asks, and when, unless its maker says otherwise. Questions: 001:16–19, 002:88–94, 002:123–128. */
const DEFAULTS: Readonly<Record<Exclude<CheckinKind, 'custom'>, { name: string; questions: readonly Question[]; schedule: CheckinSchedule }>> = {
  standup: {
    name: said`Standup`.key,
    questions: [question('yesterday', said`What did you finish since last time?`.key), question('today', said`What will you work on today?`.key, true), question('blockers', said`What blocks you, who can clear it, and by when?`.key)],
    schedule: { days: WEEKDAYS, at: 'shift_start', every_weeks: 1, window_minutes: null },
  },
  weekly_plans: {
    name: said`Progress and plans`.key,
    questions: [question('progress', said`What got done this week?`.key, true), question('plans', said`What comes next week?`.key, true), question('blockers', said`What is in the way, who can clear it, and by when?`.key), question('help', said`What do you need help with, and from whom?`.key)],
    schedule: { days: FRIDAY, at: WEEKLY_AT, every_weeks: 1, window_minutes: WEEKLY_WINDOW },
  },
  weekly_shipped: {
    name: said`Shipped and next`.key,
    questions: [question('shipped', said`What shipped or moved?`.key, true), question('next', said`What is planned next?`.key, true), question('blocked', said`What is blocked, and what would help?`.key), question('learnings', said`Which decisions or learnings should the others know?`.key)],
    schedule: { days: FRIDAY, at: WEEKLY_AT, every_weeks: 1, window_minutes: WEEKLY_WINDOW },
  },
}

type Form = { name: string; questions: Question[]; schedule: CheckinSchedule }

/** A new form: what its maker said, and the rest from its kind. Null where questions of one's own have no name or no question. */
export function newForm(kind: CheckinKind, given: { name?: string | undefined; questions?: Question[] | undefined; schedule?: CheckinSchedule | undefined }): Form | null {
  const usual = kind === 'custom' ? undefined : DEFAULTS[kind]
  const name = given.name ?? usual?.name
  const questions = given.questions ?? usual?.questions
  if (name === undefined || questions === undefined) return null
  return { name, questions: [...questions], schedule: given.schedule ?? usual?.schedule ?? DEFAULTS.weekly_plans.schedule }
}

const OURS = new Set(Object.values(DEFAULTS).flatMap(({ name, questions }) => [name, ...questions.map(({ text }) => text)]))

/** What a form asks and is called: what its maker wrote as they wrote it, what came with a kind in the reader's language. */
export const ourWords = (text: string, words: Words): string => OURS.has(text) ? sentenceFor(text, words) : text

/**
 * What somebody is asked to do, in one short sentence.
 * @example 'Fill in the standup of Billing.', 'Fill in “Retro questions” of Billing.'
 */
export function fillInWords({ kind, name, spaceName }: { kind: CheckinKind; name: string; spaceName: string }, words: Words = ENGLISH): string {
  if (kind === 'standup' && name === DEFAULTS.standup.name) return inWords(said`Fill in the standup of ${spaceName}.`, words)
  return inWords(said`Fill in “${ourWords(name, words)}” of ${spaceName}.`, words)
}

/** Keys of questions that ask what is in the way. */
export const BLOCKER_KEYS: ReadonlySet<string> = new Set(['blockers', 'blocked'])

/** The window that holds now. Unit: working minutes. */
export const windowOf = (schedule: CheckinSchedule, standupWindow: number): number => schedule.window_minutes ?? standupWindow

/** The first question key that stands twice; undefined when each is its own. */
export function doubledKey(questions: readonly Pick<Question, 'key'>[]): string | undefined {
  return questions.find((one, at) => questions.findIndex((other) => other.key === one.key) < at)?.key
}
