import { afterBecause } from './because.ts'
import { fieldText } from './fields.ts'
import { folded, markedTitle } from './marks.ts'
import { findOption } from './options.ts'
import type { ReadOption } from './options.ts'

export type ReadOutcome = { chosen: ReadOption | null; recommended: ReadOption | null; why: string; /** A choice that is none of the options. */ unknown: string | null }

const CHOSEN = /^(?:\*\*|__)?chosen option:?(?:\*\*|__)?:?[ \t]*/i
const RECOMMENDED = /^Recommended option:[ \t]*/
/** An option that is chosen by its number alone: “We chose option 2.” */
const BY_NUMBER = /^(?:\*\*|__)?(?:we (?:will |have )?(?:choose|chose|chosen|use|go(?:ne)? with|went with|take|took)\s+)?option\s+(\d{1,2}|[A-Z])\b/i
const WHY = /^Recommendation:\s*/
/** What stands between the name of an option and the reason. */
const BETWEEN = /^[ \t…"”'’`*_).]*[,;:]?[ \t]*/
const BECAUSE = /^because\b/

/** Whether a reason, written as it is, would be read as a choice; it then needs `Recommendation:` before it. */
export const soundsLikeChoice = (why: string): boolean => [CHOSEN, RECOMMENDED, WHY, BY_NUMBER].some((pattern) => pattern.test(why))

/** What “Decision Outcome” says: “Chosen option: "…", because …”, or an option by its number, or text. */
export function readOutcome(text: string, options: readonly ReadOption[]): ReadOutcome {
  const marker = CHOSEN.exec(text)
  if (!marker) return { ...byNumber(text, options), ...recommendedIn(text, options) }
  const named = text.slice(marker[0].length)
  const found = nameIn(named, options)
  if (!found) return { chosen: null, recommended: null, why: text, unknown: named.split('\n')[0] ?? '' }
  const { option, after } = found
  if (after.startsWith(', as recommended.')) return { chosen: option, recommended: option, why: fieldText(after.slice(', as recommended.'.length)), unknown: null }
  const rest = after.startsWith('.') ? fieldText(after.slice(1)) : null
  if (rest !== null && (rest === '' || RECOMMENDED.test(rest) || WHY.test(rest))) return { chosen: option, unknown: null, ...recommendedIn(rest, options) }
  return { chosen: option, recommended: option, why: reasonIn(after.replace(BETWEEN, '')), unknown: null }
}

const reasonIn = (text: string): string => fieldText(BECAUSE.test(text) ? afterBecause(text.replace(BECAUSE, '')) : text.replace(/^\.\s*/, ''))

function recommendedIn(text: string, options: readonly ReadOption[]): Pick<ReadOutcome, 'recommended' | 'why'> {
  const marker = RECOMMENDED.exec(text)
  const found = marker && nameIn(text.slice(marker[0].length), options)
  if (found) return { recommended: found.option, why: reasonIn(found.after.replace(/^\.\s*$/, '').replace(/^, (?=because\b)/, '')) }
  return { recommended: null, why: fieldText(text.replace(WHY, '')) }
}

function byNumber(text: string, options: readonly ReadOption[]): Pick<ReadOutcome, 'chosen' | 'unknown'> {
  const label = BY_NUMBER.exec(text)?.[1]?.toLowerCase()
  const found = label === undefined ? [] : options.filter((option) => option.label === label)
  return { chosen: found.length === 1 ? found[0] ?? null : null, unknown: null }
}

/** A name in quotes, code or stars at the beginning of a line; an apostrophe inside a word does not end it. */
const QUOTED = /^["“'‘`*]{1,3}((?:[^"”'’`*]|["”'’`*](?!["”'’`*]{0,3}(?:[\s,.;]|$))){1,300})["”'’`*]{1,3}(?=[\s,.;]|$)/

/** The option whose name stands at the beginning of a text, and what comes after it. */
function nameIn(text: string, options: readonly ReadOption[]): { option: ReadOption; after: string } | null {
  const longest = options.toSorted((a, b) => b.title.length - a.title.length)
  for (const option of longest) {
    const name = `"${markedTitle(option.title)}"`
    if (text.startsWith(name) && /^(?:,|\.|\s|$)/.test(text.slice(name.length))) return { option, after: text.slice(name.length) }
  }
  const [line = ''] = text.split('\n', 1)
  const said = `${folded(line)} `
  const begun = longest.find(({ title }) => folded(title) !== '' && said.startsWith(`${folded(title)} `))
  if (begun) return { option: begun, after: afterName(text, folded(begun.title)) }
  const [, quoted = ''] = QUOTED.exec(line) ?? []
  const option = findOption(options, quoted)
  return option ? { option, after: text.slice(text.indexOf(quoted) + quoted.length) } : null
}

/** Signs that may stand between the letters of a name. Unit: UTF-16 units. */
const SIGNS_MAX = 400

/** What is left once the letters of a name have been read. */
function afterName(text: string, name: string): string {
  for (let end = name.length; end <= Math.min(text.length, name.length + SIGNS_MAX); end += 1) {
    if (folded(text.slice(0, end)) === name && !/^[\p{L}\p{N}]/u.test(text.slice(end))) return text.slice(end)
  }
  return text
}
