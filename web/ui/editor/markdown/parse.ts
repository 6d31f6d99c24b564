import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

type Point = { offset: number }

/** As much of a parsed Markdown node as is read here. Parts that the parser makes up have no `position`. */
export type Md = {
  type: string
  position?: { start: Point, end: Point }
  children?: Md[]
  value?: string
  depth?: number
  ordered?: boolean
  start?: number | null
  checked?: boolean | null
  lang?: string | null
  meta?: string | null
  url?: string
  title?: string | null
  label?: string | null
  align?: (string | null)[]
}

/** The same parser as the one that shows pages, with front matter. */
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml'])

/** Reads Markdown into its tree. Positions are in UTF-16 units of `text`, which must not begin with a byte order mark. */
export const parse = (text: string): Md => parser.parse(text) as Md

/** Where a node begins and ends in the text it was parsed from. @throws {Unfaithful} for parts that the parser made up */
export function rangeOf(node: Md | undefined): { start: number, end: number } {
  if (!node?.position) throw new Unfaithful('a part without a place in the text')
  return { start: node.position.start.offset, end: node.position.end.offset }
}

/** The editor cannot show this piece as rich text without changing it; it is shown as its source instead. */
export class Unfaithful extends Error {
  override readonly name = 'Unfaithful'
}
