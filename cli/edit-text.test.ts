import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { editText } from './edit-text.ts'
import { Cancelled, UsageError } from './errors.ts'

/** Where editors and the files that they are given lie. */
let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'longhand-editor-')); vi.stubEnv('TMPDIR', folder) })
afterAll(() => { vi.unstubAllEnvs(); rmSync(folder, { recursive: true }) })

/** An editor that is a line of shell, as people may write it into EDITOR. */
function editor(line: string): { env: Record<string, string> } {
  const script = join(mkdtempSync(join(folder, 'editor-')), 'editor.sh')
  writeFileSync(script, line)
  return { env: { EDITOR: `sh ${script}` } }
}
const edit = (terminal: { env: Record<string, string> }, read = (text: string) => text): string => editText({ name: 'note', before: 'one\n', read }, terminal)

describe('a text in an editor', () => {
  test('comes back as it was saved', () => expect(edit(editor('printf two > "$1"'))).toBe('two'))
  test('without a change nothing is sent', () => expect(() => edit(editor('true'))).toThrow(Cancelled))
  test('without an editor it is said what to set', () => expect(() => edit({ env: {} })).toThrow('No editor is set.'))

  test('what cannot be read, or an editor that ends badly, leaves the text where it is told', () => {
    let kept = ''
    expect(() => edit(editor('printf two > "$1"'), (_text) => { throw new UsageError('No.', 'x') })).toThrow('No.')
    try { edit(editor('printf three > "$1"; exit 3')) } catch (error) { kept = error instanceof UsageError ? /in (\S+)\.$/.exec(error.next)?.[1] ?? '' : '' }
    expect(readFileSync(kept, 'utf8')).toBe('three')
  })
})
