import { emojiNamed } from '#domain/imports/emoji.ts'
import { nameToEmoji } from 'gemoji'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import type { Options } from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

/** More of one text than people write, and what would take long to read. Unit: UTF-16 units. */
const HTML_MAX = 1_000_000
/** Deeper than any text; a parser would run out of its stack. */
const OPEN_MAX = 500

/** The emoji that a name of Slack or Zulip means; null for those that a workspace made itself. */
export const emojiOf = (name: string): string | null => emojiNamed(name, nameToEmoji)

/** A picture in a text is a link: it lies elsewhere, and nothing is fetched. Signs that are pictures stand as themselves. */
const handlers: NonNullable<Options['handlers']> = {
  /** What a server put below a link that somebody sent is nobody's words. */
  div: (state, node) => String(node.properties.className ?? '').includes('message_embed') ? undefined : state.all(node),
  img(_state, node) {
    const { src, alt, title } = node.properties
    const words = [alt, title].find((one) => typeof one === 'string' && one.trim() !== '')
    const text = { type: 'text' as const, value: typeof words === 'string' ? words : 'picture' }
    if (typeof src !== 'string' || String(node.properties.className ?? '').includes('emoji')) return text
    return { type: 'link', url: src, title: null, children: [text] }
  },
}
const pipeline = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark, { handlers }).use(remarkGfm).use(remarkStringify, { bullet: '-', emphasis: '*', fences: true, rule: '-' })

/** HTML of a message as Markdown. Scripts and styles are left out; what cannot be read comes as the text in it. */
export function htmlToMarkdown(html: string): string {
  const given = html.slice(0, HTML_MAX)
  if ((given.match(/<(?!\/)/g)?.length ?? 0) > OPEN_MAX && deepest(given) > OPEN_MAX) return given.replace(/<[^<>]{0,2000}>/g, ' ')
  const ready = given.replace(/<span class="emoji[^"]{0,200}"[^<>]{0,400}>:?([^<:]{0,100}):?<\/span>/g, (_all, name: string) => emojiOf(name.trim().replaceAll(' ', '_')) ?? `:${name}:`)
    .replace(/<div class="codehilite" data-code-language="([^"<>]{1,40})">\s{0,4}<pre>(?:<span><\/span>)?<code>/g, (_all, language: string) => `<div><pre><code class="language-${language.toLowerCase().replace(/[^a-z0-9+#-]/g, '')}">`)
  return String(pipeline.processSync(ready)).trimEnd()
}

/** How many tags stand open at once at most. */
function deepest(html: string): number {
  let [open, most] = [0, 0]
  for (const [, closing] of html.matchAll(/<(\/?)[a-z]/gi)) {
    open = Math.max(0, open + (closing === '/' ? -1 : 1))
    most = Math.max(most, open)
  }
  return most
}
