import { countInWords } from '../brief/count-words.ts'
import type { Document } from './facts.ts'

export const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
/** @example counted(3, 'person', 'people') is 'three people' */
export const counted = (count: number, one: string, many = `${one}s`): string => `${countInWords(count)} ${count === 1 ? one : many}`
/** With the stop that ends a sentence, once. */
export const stopped = (words: string): string => /[.!?…]["”’)]?$/u.test(words.trim()) ? words.trim() : `${words.trim()}.`
/** Without it, for words that go on. */
export const open = (words: string): string => words.trim().replace(/\.$/, '')

const KINDS: Readonly<Record<Document['kind'], string>> = {
  start: 'start page', readme: 'readme', context: 'context', process: 'process', runbook: 'runbook', faq: 'FAQ', decision: 'decision', memo: 'memo', learning: 'learning', status: 'status page', reference: 'page',
}
export const kindOf = ({ kind }: Pick<Document, 'kind'>): string => KINDS[kind]
export const isEmptyText = (words: string): boolean => words.trim() === ''
