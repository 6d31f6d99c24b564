import { codeRanges, insideOf } from '../text/code-ranges.ts'
import { fieldsOf, listIn, wordsOf } from './unknown.ts'

/** What a file says of itself. `at` is null where it does not say when it was written. */
export type MarkdownFacts = { title: string; tags: string[]; at: string | null }

const TITLE_MAX = 200
const TAG_MAX = 40
const TAGS_MAX = 20
const FRONT = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/
const HEADING = /^ {0,3}#[ \t]+(.{1,400}?)[ \t]*#*[ \t]*$/m
/** What Notion puts behind each name, and Outline before it. */
const NOTION_ID = / [0-9a-f]{32}$/

/** The front matter of a file as it stands, without its fences; null where it has none. */
export const frontMatterOf = (text: string): string | null => FRONT.exec(text)?.[1] ?? null

/** Title, tags and date of a file: from its front matter, else its first heading, else its name. @param front the front matter, parsed */
export function factsOf(path: string, text: string, front: unknown): MarkdownFacts {
  const fields = fieldsOf(front) ?? {}
  const body = text.replace(FRONT, '')
  const inside = insideOf(codeRanges(body).filter(({ kind }) => kind === 'code'))
  const heading = HEADING.exec(body)
  const named = titleIn(fields['title']) ?? (heading && !inside(heading.index) ? titleIn(plain(heading[1] ?? '')) : null) ?? titleIn(nameOf(path)) ?? 'A page without a title'
  const tags = fields['tags'] ?? fields['tag'] ?? fields['labels'] ?? fields['categories']
  const listed = typeof tags === 'string' ? tags.split(/[,\s]+/) : listIn(tags).map((tag) => typeof tag === 'number' ? String(tag) : wordsOf(tag) ?? '')
  const date = [fields['updated'], fields['updated_at'], fields['lastmod'], fields['date'], fields['created'], fields['created_at']].map((value) => instantIn(value)).find((at) => at !== null) ?? null
  return { title: named, tags: [...new Set(listed.map((tag) => clean(tag.replace(/^#/, ''), TAG_MAX)).filter((tag) => tag !== ''))].slice(0, TAGS_MAX), at: date }
}

/** What a folder without a page of its own is called. */
export const folderTitle = (path: string): string => titleIn(nameOf(path.replace(/\/$/, ''))) ?? 'A folder without a name'

function nameOf(path: string): string {
  const parts = path.replace(/\.(?:md|markdown)$/i, '').split('/')
  const own = parts.at(-1) ?? ''
  const name = /^(?:readme|index|_index)$/i.test(own) && parts.length > 1 ? parts.at(-2) ?? own : own
  return name.replace(NOTION_ID, '').replace(/[-_]+/g, ' ')
}

const plain = (line: string): string => line.replace(/!?\[([^[\]]{0,400})\]\([^()]{0,1000}\)/g, '$1').replace(/[*`~]+/g, '').replace(/<[^<>]{0,400}>/g, '')
const clean = (value: string, max: number): string => value.replace(/[\p{Cc}\s]+/gu, ' ').toWellFormed().trim().slice(0, max).toWellFormed().trim()
const titleIn = (value: unknown): string | null => {
  const words = typeof value === 'number' ? String(value) : wordsOf(value)
  return words === null ? null : clean(words, TITLE_MAX) || null
}
const DATE = /^\d{4}-\d{2}-\d{2}/
/** A day counts from its noon, which is that day almost everywhere. */
function instantIn(value: unknown): string | null {
  const given = value instanceof Date ? (Number.isNaN(value.getTime()) ? '' : value.toISOString()) : wordsOf(value) ?? ''
  if (!DATE.test(given)) return null
  for (const tried of [given.replace(' ', 'T'), `${given.slice(0, 'YYYY-MM-DD'.length)}T12:00:00Z`]) {
    try {
      const at = Temporal.Instant.from(tried)
      if (at.epochMilliseconds >= 0) return at.toString()
    } catch { /* The next way of reading it is tried. */ }
  }
  return null
}
