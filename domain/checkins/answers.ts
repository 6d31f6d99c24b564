import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'
import { BLOCKER_KEYS } from './forms.ts'
import type { Question } from './forms.ts'

/** `ask`: who is asked to clear what it says is in the way. */
export type GivenAnswer = { key: string; text: string; source: number | null; ask?: BlockerOwner | null }
export type BlockerOwner = { to: string; needBy: string | null }
export type Answer = GivenAnswer & { question: string }

/** Longest line that stands for an answer in a list. Unit: characters. */
const TLDR_MAX = 240
const FIRST_LINE = /^(?:[-*] )?(.+?)$/m

/**
 * The answers in the order of the questions, without empty ones.
 * @throws {Refusal} `bad_input` for a key that is not asked, comes twice, for a required question left open, or for an
 * owner of something that is not in anybody's way
 */
export function checkAnswers(questions: readonly Question[], given: readonly GivenAnswer[]): Answer[] {
  for (const [at, { key }] of given.entries()) {
    if (!questions.some((question) => question.key === key)) throw new Refusal('bad_input', said`This check-in does not ask for “${key}”.`, said`Read the check-in again; its questions may have changed.`)
    if (given.findIndex((other) => other.key === key) < at) throw new Refusal('bad_input', said`“${key}” is answered twice.`, said`Send each answer once.`)
  }
  for (const { key, text, ask } of given) if (ask) checkBlocker({ key, text })
  const answers = questions.flatMap((question) => {
    const answer = given.find((one) => one.key === question.key)
    if (answer !== undefined && answer.text.trim() !== '') return [{ ...answer, question: question.text }]
    if (question.required) throw new Refusal('bad_input', said`“${question.text}” needs an answer.`, said`One sentence is enough.`)
    return []
  })
  if (answers.length === 0) throw new Refusal('bad_input', said`Every answer is empty.`, said`Answer one question, or say that you have nothing today.`)
  return answers
}

/**
 * Whether somebody can be asked to clear what an answer says.
 * @throws {Refusal} `bad_input` for another question than the one for blockers, and where nothing is in the way
 */
export function checkBlocker({ key, text }: Pick<GivenAnswer, 'key' | 'text'>): void {
  if (!BLOCKER_KEYS.has(key)) throw new Refusal('bad_input', said`“${key}” does not ask what is in the way.`, said`Ask for the answer that says what blocks you.`)
  if (text.trim() === '') throw new Refusal('bad_input', said`Nothing is said to be in the way.`, said`Write what blocks you, or ask nobody.`)
}

/** Longest title of an ask made from a blocker; the whole of it stands in its text. Unit: characters. */
const BLOCKER_TITLE_MAX = 120

/**
 * The ask that a blocker becomes: its first line as the title, all of it and where it comes from as the text.
 * @param number of the check-in, so that either end leads to the other
 * @example { title: 'Blocked: The key of the client.', body: 'The key of the client.\n\nFrom my check-in #131.' }
 */
export function blockerAsk(text: string, number: number): { title: string; body: string } {
  return { title: shortened(`Blocked: ${firstLine(text)}`, BLOCKER_TITLE_MAX), body: `${text.trim()}\n\nFrom my check-in #${number}.` }
}

/** What an answer is about, by the key of its question; the first one answered stands for all. */
const SENSES = new Map([
  ['today', 'Today'], ['plans', 'Planned'], ['next', 'Next'], ['yesterday', 'Done'], ['progress', 'Done'], ['shipped', 'Shipped'], ['help', 'Needs help'], ['learnings', 'Learnt'],
])
/** A question of one's own up to this length stands before its answer. Unit: characters. */
const QUESTION_SAID_MAX = 80

/**
 * One line that says the most and what it is: what blocks, else what comes next, else what was done, else the first answer.
 * @example 'Blocked: the key of the ledger.', 'Today: Batch 9 on Monday.', 'What went well? The release.'
 */
export function answersTldr(answers: readonly Pick<Answer, 'key' | 'text' | 'question'>[]): string {
  const keys = [...BLOCKER_KEYS, ...SENSES.keys()]
  const told = keys.map((key) => answers.find((answer) => answer.key === key)).find(Boolean) ?? answers[0]
  return shortened(told ? `${senseOf(told)}${firstLine(told.text)}` : '', TLDR_MAX)
}

const shortened = (line: string, max: number): string => line.length > max ? `${line.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…` : line

function senseOf({ key, question }: Pick<Answer, 'key' | 'question'>): string {
  const sense = BLOCKER_KEYS.has(key) ? 'Blocked' : SENSES.get(key)
  if (sense !== undefined) return `${sense}: `
  if (question.length > QUESTION_SAID_MAX) return ''
  return /\p{P}$/u.test(question) ? `${question} ` : `${question}: `
}

const firstLine = (text: string): string => FIRST_LINE.exec(text.trim())?.[1] ?? text.trim()

/** The answers as Markdown, each under its question. */
export function answersText(answers: readonly Pick<Answer, 'question' | 'text'>[]): string {
  return answers.map(({ question, text }) => `**${question}**\n\n${text}`).join('\n\n')
}

/** The least that a text must hold to name a person, for a first look through many: their first name, in small letters. */
export const firstNameOf = (person: string): string => (person.split(/\s+/)[0] ?? person).toLowerCase()

/** Whether a text names a person: by full name, or by `@` and the first name. */
export function names(text: string, person: string): boolean {
  const first = firstNameOf(person)
  if (!text.toLowerCase().includes(first)) return false
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped(person)}|@${escaped(first)})(?![\\p{L}\\p{N}])`, 'iu').test(text)
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
