import { inWords, said, sentenceFor } from '#domain/words/said.ts'
import type { Said, Words } from '#domain/words/said.ts'
import type { z, ZodError } from 'zod'
import { fieldWords } from './field-words.ts'

export type Issue = z.core.$ZodRawIssue
type Named = { path: string; message: string }

/** What each kind of value is called; what is not in here has no name that a reader knows. */
const KINDS: Readonly<Record<string, Said>> = {
  string: said`must be a text`, number: said`must be a number`, int: said`must be a whole number`, boolean: said`must be true or false`, array: said`must be a list`, object: said`must be an object`,
}
const FORMATS: Readonly<Record<string, Said>> = {
  email: said`is not a whole address`, uuid: said`must be an id`, url: said`must be a whole web address, such as https://example.org`,
}

/** How we say what is wrong with an input, after the name of its field; undefined for what the schema library has to say itself. */
export const issueIn = (issue: Issue, words: Words): string | undefined => {
  const ours = wrongWith(issue)
  return ours && inWords(ours, words)
}

function wrongWith(issue: Issue): Said | undefined {
  if (issue.code === 'too_big') return tooBig(issue.origin, Number(issue.maximum))
  if (issue.code === 'too_small') return tooSmall(issue.origin, Number(issue.minimum))
  if (issue.code === 'invalid_type') return issue.input === undefined ? said`is missing` : KINDS[issue.expected]
  if (issue.code === 'invalid_format') return FORMATS[issue.format]
  if (issue.code === 'unrecognized_keys') return said`holds what is unknown here: ${issue.keys.join(', ')}`
  if (issue.code === 'invalid_value') return issue.input === undefined ? said`is missing` : said`must be one of these: ${issue.values.map(String).join(', ')}`
  return undefined
}

function tooBig(of: string, most: number): Said | undefined {
  if (of === 'string') return said`is longer than ${most} characters`
  if (of === 'array') return said`holds more than ${most} things`
  return of === 'number' || of === 'int' ? said`is more than ${most}` : undefined
}

function tooSmall(of: string, least: number): Said | undefined {
  if ((of === 'string' || of === 'array') && least === 1) return said`must not be empty`
  if (of === 'string') return said`is shorter than ${least} characters`
  if (of === 'array') return said`holds fewer than ${least} things`
  return of === 'number' || of === 'int' ? said`is less than ${least}` : undefined
}

/** What is wrong with each field; the first of it as a sentence: `The name is longer than 80 characters.`, and the others beside it. */
export function issuesOf(error: ZodError, words: Words): { issues: Named[]; title: string; detail?: string } {
  const issues = error.issues.map((issue) => ({ path: issue.path.join('.'), message: sentenceFor(issue.message, words) }))
  const [first, ...others] = issues.map((issue) => sentenceOf(issue, words))
  return { issues, title: first ?? inWords(said`The request could not be read.`, words), ...(others.length > 0 && { detail: others.join(' ') }) }
}

/** Messages of the schema library that we do not say ourselves are no half of a sentence, and stand after a colon. */
function sentenceOf({ path, message }: Named, words: Words): string {
  const field = fieldWords(path)
  if (!field) return `${path}: ${message}`
  return /^\p{Ll}/u.test(message) ? `${inWords(field, words)} ${message}.` : `${inWords(field, words)}: ${message}`
}
