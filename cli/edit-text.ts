import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Cancelled, UsageError } from './errors.ts'
import type { Terminal } from './terminal.ts'

type Edited<T> = {
  /** Of the file, such as `wrap`. */
  name: string
  before: string
  /** Makes something of what was written; may throw, and then the text stays in the file that it is told of. */
  read(text: string, file: string): T
}

/**
 * Opens a text in $VISUAL or $EDITOR and reads it back. Where it cannot be read back, the text stays in its file.
 * @throws {Cancelled} when nothing was changed
 * @throws {UsageError} when no editor is set, or it ended with an error
 */
export function editText<T>({ name, before, read }: Edited<T>, { env }: Pick<Terminal, 'env'>): T {
  const editor = env['VISUAL'] || env['EDITOR']
  if (!editor) throw new UsageError('No editor is set.', 'Set EDITOR, for example: export EDITOR=vim')
  const folder = mkdtempSync(join(tmpdir(), `longhand-${name}-`))
  const file = join(folder, `${name}.md`)
  writeFileSync(file, before, { mode: 0o600 })
  // The shell splits what people put into EDITOR, such as `code --wait`; the file is passed apart from it.
  const { status } = spawnSync('sh', ['-c', `${editor} "$1"`, 'sh', file], { stdio: ['inherit', process.stderr.fd, 'inherit'] })
  const after = readFileSync(file, 'utf8')
  if (status !== 0) throw new UsageError('The editor ended with an error.', `What you wrote is in ${file}.`)
  if (after === before) {
    rmSync(folder, { recursive: true })
    throw new Cancelled('Nothing was changed, so nothing was sent.')
  }
  const made = read(after, file)
  rmSync(folder, { recursive: true })
  return made
}
