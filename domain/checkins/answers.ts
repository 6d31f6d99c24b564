import { Refusal } from '../refusal.ts'
import { BLOCKER_KEYS } from './forms.ts'
import type { Question } from './forms.ts'

export type GivenAnswer = { key: string; text: string; source: number | null }
export type Answer = GivenAnswer & { question: string }

/** Longest line that stands for an answer in a list. Unit: characters. */
const TLDR_MAX = 240
const FIRST_LINE = /^(?:[-*] )?(.+?)$/m

/**
 * The answers in the order of the questions, without empty ones.
 * @throws {Refusal} `bad_input` for a key that is not asked, comes twice, or for a required question left open
 */
export function checkAnswers(questions: readonly Question[], given: readonly GivenAnswer[]): Answer[] {
  for (const [at, { key }] of given.entries()) {
    if (!questions.some((question) => question.key === key)) throw new Refusal('bad_input', `This check-in does not ask for “${key}”.`, 'Read the check-in again; its questions may have changed.')
    if (given.findIndex((other) => other.key === key) < at) throw new Refusal('bad_input', `“${key}” is answered twice.`, 'Send each answer once.')
  }
  const answers = questions.flatMap((question) => {
    const answer = given.find((one) => one.key === question.key)
    if (answer !== undefined && answer.text.trim() !== '') return [{ ...answer, question: question.text }]
    if (question.required) throw new Refusal('bad_input', `“${question.text}” needs an answer.`, 'One sentence is enough.')
    return []
  })
  if (answers.length === 0) throw new Refusal('bad_input', 'Every answer is empty.', 'Answer one question, or say that you have nothing today.')
  return answers
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
  const line = told ? `${senseOf(told)}${firstLine(told.text)}` : ''
  return line.length > TLDR_MAX ? `${line.slice(0, TLDR_MAX - 1).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…` : line
}

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
