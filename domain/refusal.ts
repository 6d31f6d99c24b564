import { ENGLISH, inWords } from './words/said.ts'
import type { Said, Words } from './words/said.ts'

/**
 * The codes of everything a rule can say no to, with the HTTP status that carries it.
 * Codes are added, never renamed: clients branch on them.
 */
export const REFUSALS = {
  bad_input: 400,
  not_signed_in: 401,
  wrong_credentials: 401,
  not_allowed: 403,
  scope_missing: 403,
  foreign_origin: 403,
  not_found: 404,
  wrong_method: 405,
  conflict: 409,
  no_working_time: 409,
  link_used: 410,
  link_expired: 410,
  too_large: 413,
  bad_range: 416,
  cannot_be_read: 422,
  too_many: 429,
} as const
export type RefusalCode = keyof typeof REFUSALS

/** A sentence of ours, or one that comes as it is: from people, from another program. */
export type Sentence = string | Said

/** What happened, and one sentence saying what the person can do next. */
export type Saying = { readonly message: Sentence; readonly next: Sentence }

/** A rule said no, and here is what to do. Bugs and outages are ordinary errors. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  /** One sentence saying what the person can do next; shown as written in CLI and logs, which speak English. */
  readonly next: string
  readonly #said: Saying
  constructor(code: RefusalCode, message: Sentence, next: Sentence) {
    super(inWords(message, ENGLISH))
    this.code = code
    this.next = inWords(next, ENGLISH)
    this.#said = { message, next }
  }

  /** The same two sentences before a language is chosen. */
  get said(): Saying {
    return this.#said
  }

  /** What happened and what to do, in a reader's words. */
  in(words: Words): { message: string; next: string } {
    return { message: inWords(this.#said.message, words), next: inWords(this.#said.next, words) }
  }
}
