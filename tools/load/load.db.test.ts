import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('a small load on a small workspace: nothing fails, every page is told, and overload is survived', { timeout: 240_000 }, () => {
  const args = ['--entries', '200', '--streams', '10', '--rate', '10', '--minutes', '0.05', '--out', '-']
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain('| no errors | 0 | ok |')
  expect(stdout).toContain('0 of ')
  expect(stdout).toContain('| streams stay open | 0 broke | ok |')
  expect(stdout).toContain('0 other errors (0: ok)')
})

test('it says how it is called', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), '--minutes', 'many'], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toContain('npm run load -- [--minutes 30]')
})
