import { readMarkdown } from '#contract/writing-text.ts'
import { checkText } from './check-text.ts'
import type { Checked, RuleName, WritingContext } from './types.ts'

export const check = (markdown: string, context: WritingContext = {}): Checked => checkText(readMarkdown(markdown), context)

/** The words that a rule marked, in their order. */
export const marked = (rule: RuleName, markdown: string, context: WritingContext = {}): string[] =>
  check(markdown, context).findings.filter((finding) => finding.rule === rule).map(({ start, end }) => markdown.slice(start, end))

/** Sentences about nothing in particular, `count` words in all. */
export const filler = (count: number): string => Array.from({ length: count }, (_none, index) => `word${index % 10 === 9 ? '.' : ''}`).join(' ').replace(/word /g, 'the ')
