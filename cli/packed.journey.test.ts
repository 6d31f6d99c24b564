import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
/** What Node before 26 looks like. */
const OLDER = ['--import', 'data:text/javascript,delete globalThis.Temporal']
/** More than the longest answer, the description of the API. Unit: bytes. */
const MAX_OUTPUT_BYTES = 16 << 20

describe('the packed command line', () => {
  let folder: string
  beforeAll(() => {
    const built = spawnSync(process.execPath, [join(root, 'tools/build-cli.mjs')], { cwd: root, encoding: 'utf8' })
    if (built.status !== 0) throw new Error(built.stderr)
    folder = mkdtempSync(join(tmpdir(), 'longhand-packed-'))
    cpSync(join(root, 'dist/cli'), join(folder, 'node_modules/longhand'), { recursive: true })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each([['as it is', []], ['on a Node without Temporal', OLDER]])('runs below node_modules, with nothing beside it: %s', (_why, flags) => {
    const run = (...args: string[]) => spawnSync(process.execPath, [...flags, join(folder, 'node_modules/longhand/longhand.js'), ...args], { cwd: folder, encoding: 'utf8', maxBuffer: MAX_OUTPUT_BYTES, env: { HOME: folder } })
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('longhand wrap --from-git'), stderr: '' })
    expect(run('--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
    expect((JSON.parse(run('openapi').stdout) as { openapi: string }).openapi).toBe('3.1.0')
    expect(run('brief')).toMatchObject({ status: 2, stderr: expect.stringContaining('You are not signed in.') })
    expect(run('serve')).toMatchObject({ status: 2, stderr: expect.stringContaining('holds no server') })
  })
})
