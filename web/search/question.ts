import type { SearchAnswer } from '#contract/search.ts'
import { KIND_WORDS } from '../app/entry-kinds.ts'
import { t } from '../ui/words.ts'

/** The question of an address: `/search?q=…`. */
export const questionIn = (query: string): string => new URLSearchParams(query).get('q') ?? ''

/** The address of a question. */
export const addressOf = (question: string): string => question.trim() === '' ? '/search' : `/search?${new URLSearchParams({ q: question.trim() }).toString()}`

/** Fewer words ask for a text, not for an answer. */
const QUESTION_WORDS = 3

/** Whether an answer may be wanted: some words, and no operator among them. */
export const isQuestion = (question: string): boolean => question.split(/\s+/).length >= QUESTION_WORDS && !/(^|\s)[a-z]+:\S/.test(question)

export type Narrowing = { label: string, count: number, question: string }

/** A name as an operator takes it: in quotation marks where it has spaces. */
const named = (operator: string, name: string): string => `${operator}:${/\s/.test(name) ? `"${name.replaceAll('"', '')}"` : name}`

/** How what was found can be narrowed down: by kind, space and writer, as far as there is more than one of them. */
export function narrowings(question: string, { kinds, spaces, people }: SearchAnswer['facets']): { title: string, lines: Narrowing[] }[] {
  const add = (part: string) => `${question.trim()} ${part}`.trim()
  const parts = [
    { title: t`Kinds`, lines: kinds.map(({ value, count }) => ({ label: KIND_WORDS[value as keyof typeof KIND_WORDS], count, question: add(`kind:${value}`) })) },
    { title: t`Spaces`, lines: spaces.map(({ label, count }) => ({ label, count, question: add(named('in', label)) })) },
    { title: t`Written by`, lines: people.map(({ label, count }) => ({ label, count, question: add(named('from', label)) })) },
  ]
  return parts.filter(({ lines }) => lines.length > 1)
}
