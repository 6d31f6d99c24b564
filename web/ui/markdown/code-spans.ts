/** Coloured code: words as they stand, or a stretch of a kind with more inside. */
export type CodeSpan = string | { kind: string, inside: CodeSpan[] }

/** The only markup that highlight.js writes. */
const MARK = /<span class="([^"]*)">|<\/span>/g
/** The only characters that it escapes. */
const ESCAPED: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': '\'' }

/**
 * Reads what highlight.js wrote back into words and kinds, so that they can be drawn as elements and no HTML is ever set.
 * Anything but its `span`s stays visible text.
 */
export function readSpans(marked: string): CodeSpan[] {
  const top: CodeSpan[] = []
  const open: CodeSpan[][] = [top]
  const here = () => open.at(-1) ?? top
  let done = 0
  for (const mark of marked.matchAll(MARK)) {
    say(here(), marked.slice(done, mark.index))
    done = mark.index + mark[0].length
    if (mark[1] === undefined) {
      if (open.length > 1) open.pop()
      continue
    }
    const inside: CodeSpan[] = []
    here().push({ kind: mark[1], inside })
    open.push(inside)
  }
  say(here(), marked.slice(done))
  return top
}

function say(where: CodeSpan[], text: string) {
  if (text !== '') where.push(text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (name) => ESCAPED[name] ?? name))
}
