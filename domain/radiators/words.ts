import { said } from '../words/said.ts'
import type { Said } from '../words/said.ts'
import type { Document } from './facts.ts'

/** With the stop that ends a sentence, once. */
export const stopped = (words: string): string => /[.!?…]["”’)]?$/u.test(words.trim()) ? words.trim() : `${words.trim()}.`
/** Without it, for words that go on. */
export const open = (words: string): string => words.trim().replace(/\.$/, '')

const KINDS: Readonly<Record<Document['kind'], Said>> = {
  start: said`A start page`, readme: said`A readme`, context: said`A context`, process: said`A process`, runbook: said`A runbook`, faq: said`A FAQ`, decision: said`A decision`,
  memo: said`A memo`, learning: said`A learning`, status: said`A status page`, reference: said`A page`,
}
export const kindOf = ({ kind }: Pick<Document, 'kind'>): Said => KINDS[kind]
export const isEmptyText = (words: string): boolean => words.trim() === ''
