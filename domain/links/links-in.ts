import { parseMentions } from '../asks/mentions.ts'
import type { Callable } from '../asks/mentions.ts'
import { codeRanges, insideOf } from '../text/code-ranges.ts'
import { splitAtNumbers } from '../text/links.ts'
import { sentenceAround } from './sentence.ts'
import { titleKey } from './title-key.ts'
import { splitAtTitles } from './titled.ts'

type Target =
  | { readonly kind: 'number' | 'url'; readonly number: number }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'person'; readonly personId: string }

/** Something that a text points at. `title` is in the form in which titles are compared. */
export type TextLink = Target & { readonly written: string; readonly sentence: string }

type Where = {
  /** Our own address without a trailing slash; addresses that begin with it are ours. */
  readonly origin: string
  readonly people: Callable['people']
}

type Found = { target: Target; start: number; end: number }

/** A text that names more points nowhere in particular; the first so many are kept. */
const LINKS_MAX = 500
/** Nothing else can hold a link. */
const MAY_LINK = /#[1-9]|\[\[|@[\p{L}\p{N}]|\/[1-9]/u
const MAY_CALL = /@[\p{L}\p{N}]/u
/** An address, or the beginning of a Markdown link, that is followed by a path of digits alone. */
const OWN = /(\]\(|https?:\/\/[^\s/<>()[\]"']{1,253})\/([1-9]\d{0,8})(?![\w/-])/gu

/** Whether a text may point at anything; most do not, and cost nothing. */
export const mayLink = (markdown: string): boolean => MAY_LINK.test(markdown)
/** Whether it may call somebody, so that names are needed to read it. */
export const mayCall = (markdown: string): boolean => MAY_CALL.test(markdown)

/**
 * What a Markdown text points at, in its order, each target once: `#128`, our own addresses, `[[Title]]` and people who are
 * called. Code and quotes point at nothing: the one is an example, the other somebody else's words.
 *
 * @example linksIn('See #12 and [[Deploying]].', …) is number 12 and title 'deploying'
 */
export function linksIn(markdown: string, { origin, people }: Where): TextLink[] {
  const isApart = insideOf(codeRanges(markdown))
  const all = [...numbersIn(markdown), ...ownIn(markdown, origin), ...titlesIn(markdown), ...peopleIn(markdown, people)]
    .filter(({ start }) => !isApart(start)).toSorted((a, b) => a.start - b.start)
  const seen = new Set<string>()
  const links: TextLink[] = []
  for (const { target, start, end } of all) {
    const key = keyOf(target)
    if (seen.has(key)) continue
    seen.add(key)
    links.push({ ...target, written: markdown.slice(start, end), sentence: sentenceAround(markdown, start, end) })
    if (links.length === LINKS_MAX) break
  }
  return links
}

function keyOf(target: Target): string {
  switch (target.kind) {
    case 'number':
    case 'url': return `#${target.number}`
    case 'title': return `[${target.title}`
    case 'person': return `@${target.personId}`
  }
}

function numbersIn(markdown: string): Found[] {
  let at = 0
  return splitAtNumbers(markdown).flatMap(({ text, number }): Found[] => {
    const start = at
    at += text.length
    return number === undefined ? [] : [{ target: { kind: 'number', number }, start, end: at }]
  })
}

function ownIn(markdown: string, origin: string): Found[] {
  return [...markdown.matchAll(OWN)].flatMap((match): Found[] => {
    const [all, before = '', number = ''] = match
    if (before !== '](' && before !== origin) return []
    const start = before === '](' ? match.index + before.length : match.index
    return [{ target: { kind: 'url', number: Number(number) }, start, end: match.index + all.length }]
  })
}

function titlesIn(markdown: string): Found[] {
  let at = 0
  return splitAtTitles(markdown).flatMap(({ title, written }): Found[] => {
    const start = at
    at += written.length
    return title === undefined ? [] : [{ target: { kind: 'title', title: titleKey(title) }, start, end: at }]
  })
}

function peopleIn(markdown: string, people: Callable['people']): Found[] {
  if (people.length === 0 || !mayCall(markdown)) return []
  return parseMentions(markdown, { people, roles: [] })
    .flatMap((mention): Found[] => mention.kind === 'person' ? [{ target: { kind: 'person', personId: mention.id }, start: mention.start, end: mention.end }] : [])
}
