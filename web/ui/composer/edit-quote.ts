import type { Edit, Selected } from './edits.ts'
import { insertBlock, lineAt } from './edits.ts'

/**
 * Puts what somebody wrote into the text as a quote with its author and the place it stands, so that readers can go there. It comes
 * after the line of the cursor and replaces nothing.
 * @param link `/231#reply-7`
 */
export function quoteIn({ value, end }: Selected, text: string, author: string, link: string): Edit {
  const at = lineAt(value, end).to
  const lines = text.trim().split('\n').map((line) => (line.trim() === '' ? '>' : `> ${line}`))
  const name = author.replace(/([[\]\\*_`])/g, '\\$1')
  return insertBlock({ value, start: at, end: at }, [...lines, '>', `> — [${name}](${link})`].join('\n'))
}
