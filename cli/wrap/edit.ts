import { readWrapMarkdown, writeWrapMarkdown } from '#domain/handoffs/wrap-markdown.ts'
import type { WrapText } from '#domain/handoffs/wrap-text.ts'
import { Refusal } from '#domain/refusal.ts'
import { editText } from '../edit-text.ts'
import { UsageError } from '../errors.ts'
import type { Terminal } from '../terminal.ts'

const HINT = `<!-- Only what stands here is published; delete what should not be. Save and close when done. -->
<!-- Below a blocker: Owner: and By: (2026-03-24T18:00+01:00). A decision: Why: A question: Who: A baton: To: Mei, role On call, or next shift; Next: -->
`

/**
 * Opens a wrap in $VISUAL or $EDITOR and reads it back. When it cannot be read back, the text stays in its file and the file is named.
 */
export async function editDraft(draft: WrapText, terminal: Terminal): Promise<WrapText> {
  return editText({ name: 'wrap', before: HINT + writeWrapMarkdown(draft), read: readBack }, terminal)
}

/** Opens a text that could not be read, as it was written: its lines are those that were named. */
export const editUnread = (text: string, terminal: Terminal): WrapText => editText({ name: 'wrap', before: text, read: readBack }, terminal)

/** A wrap as it was piped in. @param kept what is said besides, of where the text stays @throws {UsageError} naming the line */
export function readWrapText(text: string, kept = ''): WrapText {
  try { return readWrapMarkdown(text) } catch (error) {
    if (error instanceof Refusal) throw new UsageError(error.message, `${error.next}${kept}`)
    throw error
  }
}

const readBack = (text: string, file: string): WrapText => readWrapText(text, ` What you wrote is in ${file}; mend it and send it with: longhand wrap < ${file}`)
