import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readWrapMarkdown, writeWrapMarkdown } from '#domain/handoffs/wrap-markdown.ts'
import type { WrapText } from '#domain/handoffs/wrap-text.ts'
import { Refusal } from '#domain/refusal.ts'
import { Cancelled, UsageError } from '../errors.ts'
import type { Terminal } from '../terminal.ts'

const HINT = `<!-- Only what stands here is published; delete what should not be. Save and close when done. -->
<!-- Below a blocker: Owner: and By: (2026-03-24T18:00+01:00). A decision: Why: A question: Who: A baton: To: Mei, role On call, or next shift; Next: -->
`

/**
 * Opens a wrap in $VISUAL or $EDITOR and reads it back. When it cannot be read back, the text stays in its file and the file is named.
 */
export async function editDraft(draft: WrapText, terminal: Terminal): Promise<WrapText> {
  const editor = terminal.env['VISUAL'] || terminal.env['EDITOR']
  if (!editor) throw new UsageError('No editor is set.', 'Set EDITOR, for example: export EDITOR=vim')
  const folder = mkdtempSync(join(tmpdir(), 'longhand-wrap-'))
  const file = join(folder, 'wrap.md')
  const before = HINT + writeWrapMarkdown(draft)
  writeFileSync(file, before, { mode: 0o600 })
  // The shell splits what people put into EDITOR, such as `code --wait`; the file is passed apart from it.
  const { status } = spawnSync('sh', ['-c', `${editor} "$1"`, 'sh', file], { stdio: ['inherit', process.stderr.fd, 'inherit'] })
  const after = readFileSync(file, 'utf8')
  if (status !== 0) throw new UsageError(`The editor ended with an error.`, `What you wrote is in ${file}.`)
  if (after === before) {
    rmSync(folder, { recursive: true })
    throw new Cancelled('Nothing was changed, so nothing was sent.')
  }
  const read = readBack(after, file)
  rmSync(folder, { recursive: true })
  return read
}

function readBack(text: string, file: string): WrapText {
  try { return readWrapMarkdown(text) } catch (error) {
    if (error instanceof Refusal) throw new UsageError(error.message, `${error.next} What you wrote is in ${file}; mend it and send it with: longhand wrap < ${file}`)
    throw error
  }
}
