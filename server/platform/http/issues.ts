import { issueIn } from '#contract/issues.ts'
import type { Issue } from '#contract/issues.ts'
import type { Words } from '#domain/words/said.ts'
import { z } from 'zod'

const GERMAN = z.locales.de().localeError

/** How what is wrong with an input is said to a reader, after the name of its field; sentences of the contract stand before these. */
export const issuesIn = (words: Words): { error: (issue: Issue) => string | undefined } => ({ error: (issue) => issueIn(issue, words) ?? elseIn(issue, words) })

/** The schema library's own words, for what we do not say ourselves. */
function elseIn(issue: Issue, words: Words): string | undefined {
  const told = words.language === 'de' ? GERMAN(issue) : undefined
  return typeof told === 'string' ? told : told?.message
}
