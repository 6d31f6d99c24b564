import type { FormView } from '#contract/checkins.ts'

export type Question = FormView['questions'][number]
/** Longest key that the contract takes. Unit: characters. */
const KEY_MAX = 40

/**
 * A key for a new question, from its words; it stays when the words change, so that answers keep together.
 * @example newKeyFor('What shipped?', ['what_shipped']) → 'what_shipped_2'
 */
export function newKeyFor(text: string, taken: readonly string[]): string {
  const words = text.toLowerCase().normalize('NFD').replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^[_0-9]+|_+$/g, '').slice(0, KEY_MAX - 3) || 'question'
  if (!taken.includes(words)) return words
  const number = Array.from({ length: taken.length + 1 }, (_, at) => at + 2).find((one) => !taken.includes(`${words}_${one}`))
  return `${words}_${number}`
}

/** Questions ready to send: empty ones left out, new ones with a key. */
export function keyed(questions: readonly Question[]): Question[] {
  return questions.filter(({ text }) => text.trim() !== '').reduce<Question[]>((done, question) => {
    const taken = [...done, ...questions].map(({ key }) => key)
    return [...done, { ...question, text: question.text.trim(), key: question.key || newKeyFor(question.text, taken) }]
  }, [])
}
