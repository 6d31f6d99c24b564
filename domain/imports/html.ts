/** More of one text than people write, and what would take long to read. Unit: UTF-16 units. */
const HTML_MAX = 1_000_000
/** Deeper than any text; a parser would run out of its stack. */
const OPEN_MAX = 500

type Given = { convert(html: string): string; emoji(name: string): string | null }

/** HTML of a message as Markdown, by a converter that leaves scripts and styles out. What is too deep for one comes as the text in it. */
export function htmlAsMarkdown(html: string, { convert, emoji }: Given): string {
  const given = html.slice(0, HTML_MAX)
  if ((given.match(/<(?!\/)/g)?.length ?? 0) > OPEN_MAX && deepest(given) > OPEN_MAX) return given.replace(/<[^<>]{0,2000}>/g, ' ')
  const ready = given.replace(/<span class="emoji[^"]{0,200}"[^<>]{0,400}>:?([^<:]{0,100}):?<\/span>/g, (_all, name: string) => emoji(name.trim().replaceAll(' ', '_')) ?? `:${name}:`)
    .replace(/<div class="codehilite" data-code-language="([^"<>]{1,40})">\s{0,4}<pre>(?:<span><\/span>)?<code>/g, (_all, language: string) => `<div><pre><code class="language-${language.toLowerCase().replace(/[^a-z0-9+#-]/g, '')}">`)
  return convert(ready).trimEnd()
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

type Properties = { className?: unknown; src?: unknown; alt?: unknown; title?: unknown }
type Picture = { type: 'text'; value: string } | { type: 'link'; url: string; title: null; children: [{ type: 'text'; value: string }] }

/** A picture in a text is a link: it lies elsewhere, and nothing is fetched. Signs that are pictures stand as themselves. */
export function pictureAsLink({ src, alt, title, className }: Properties): Picture {
  const words = [alt, title].find((one) => typeof one === 'string' && one.trim() !== '')
  const text = { type: 'text' as const, value: typeof words === 'string' ? words : 'picture' }
  if (typeof src !== 'string' || String(className ?? '').includes('emoji')) return text
  return { type: 'link', url: src, title: null, children: [text] }
}

/** What a server put below a link that somebody sent is nobody's words. */
export const isLinkPreview = ({ className }: Properties): boolean => String(className ?? '').includes('message_embed')
