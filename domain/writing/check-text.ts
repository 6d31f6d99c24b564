import { clarificationOf } from './clarification.ts'
import { readingOf } from './reading.ts'
import type { Reading } from './reading.ts'
import type { ReadText, Work } from './read-text.ts'
import { ambiguousTime } from './rules/ambiguous-time.ts'
import { bareLink } from './rules/bare-link.ts'
import { context } from './rules/context.ts'
import { criteria, noOwner } from './rules/decision.ts'
import { page, structure, tldr } from './rules/length.ts'
import { deadline, explicitAction, purposeFirst, scope } from './rules/request.ts'
import type { Rule } from './rules/rule.ts'
import { vagueOpener } from './rules/vague-opener.ts'
import type { Checked, Finding, WritingContext } from './types.ts'

const ALL: readonly Rule[] = [purposeFirst, explicitAction, deadline, context, scope, tldr, page, structure, vagueOpener, bareLink, ambiguousTime, noOwner, criteria]

/** A rule that speaks up more often than this in one text has said it. */
const PER_RULE_MAX = 5

/**
 * What a reader may stumble over before a text is sent: advice with its place, its reason and an example, and how
 * likely the first answer is a question. The same text gives the same answer, without network or clock.
 *
 * @param read what `readMarkdown` of the contract, or another parser, made of the Markdown
 * @param work where to count the steps taken; for tests
 */
export function checkText(read: ReadText, context: WritingContext = {}, work: Work = { steps: 0 }): Checked {
  const reading = readingOf(read, context, work)
  const findings = withoutEchoes(ALL.flatMap((rule) => findingsOf(rule, reading))).toSorted((a, b) => a.start - b.start || a.end - b.end || ALL_NAMES.indexOf(a.rule) - ALL_NAMES.indexOf(b.rule))
  const { probability, likely } = clarificationOf(reading, findings)
  return { words: reading.words, structure: reading.structure, findings, needs_clarification: probability, likely }
}

/** A vague opener lacks context by its nature; saying it once is enough. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const openers = findings.filter((finding) => finding.rule === 'vague_opener')
  return findings.filter((finding) => finding.rule !== 'context' || !openers.some((opener) => opener.start <= finding.start && finding.end <= opener.end))
}

const ALL_NAMES = ALL.map((rule) => rule.name)

function findingsOf({ name, clause, severity, why, english, find }: Rule, reading: Reading): Finding[] {
  if (english && !reading.english) return []
  return find(reading).slice(0, PER_RULE_MAX).map(({ message, example, start, end }) => ({ rule: name, clause, severity, message, why, example, start, end }))
}
