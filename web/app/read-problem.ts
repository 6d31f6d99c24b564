import type { Problem } from '#contract/problem.ts'
import { Refusal } from '#domain/refusal.ts'
import { inTheirWords } from '../ui/words.ts'
import { problemFrom } from './api.ts'

/** What to show of an error where files are read in the browser: what the reader refused, in the words of the page, or what a request came to. */
export function readProblem(error: unknown): Problem {
  if (!(error instanceof Refusal)) return problemFrom(error)
  return { type: 'about:blank', status: 400, code: error.code, title: inTheirWords(error.said.message), next: inTheirWords(error.said.next) }
}
