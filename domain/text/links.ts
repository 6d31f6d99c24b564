/** A piece of text; `number` is there when it mentions an entry of the workspace. */
export type TextPart = { text: string, number?: number }

/** A number sign and digits that stand alone: not in a word, a path or an HTML entity. Entry numbers have no leading zero. */
const MENTION = /(?<![\w&/#])#([1-9]\d{0,8})(?!\w)/g

/** Splits text at mentions of entries: `see #212.` → `see `, `#212` (212), `.` The one rule for server, web and terminal. */
export function splitAtNumbers(text: string): TextPart[] {
  const parts: TextPart[] = []
  let done = 0
  for (const match of text.matchAll(MENTION)) {
    if (match.index > done) parts.push({ text: text.slice(done, match.index) })
    parts.push({ text: match[0], number: Number(match[1]) })
    done = match.index + match[0].length
  }
  if (done < text.length) parts.push({ text: text.slice(done) })
  return parts
}
