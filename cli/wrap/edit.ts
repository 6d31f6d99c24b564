import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Cancelled, UsageError } from '../errors.ts'
import type { Terminal } from '../terminal.ts'
import type { WrapDraft } from './draft.ts'
import { draftFromMarkdown, markdownFromDraft } from './markdown.ts'

/**
 * Opens a wrap in $VISUAL or $EDITOR and reads it back. A line of Done that was left as it was keeps its source.
 * When it cannot be read back, the text stays in its file and the file is named.
 */
export async function editDraft(draft: WrapDraft, terminal: Terminal): Promise<WrapDraft> {
  const editor = terminal.env['VISUAL'] || terminal.env['EDITOR']
  if (!editor) throw new UsageError('No editor is set.', 'Set EDITOR, for example: export EDITOR=vim')
  const folder = mkdtempSync(join(tmpdir(), 'longhand-wrap-'))
  const file = join(folder, 'wrap.md')
  const before = markdownFromDraft(draft)
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
  return { ...read, done: read.done.map((line) => draft.done.find((one) => one.text === line.text) ?? line) }
}

function readBack(text: string, file: string): WrapDraft {
  try { return draftFromMarkdown(text) } catch (error) {
    if (error instanceof UsageError) throw new UsageError(error.message, `${error.next} What you wrote is in ${file}; mend it and send it with: longhand wrap < ${file}`)
    throw error
  }
}
