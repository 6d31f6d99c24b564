import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { committerHere } from './git.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'longhand-git-'))
  vi.stubEnv('HOME', home)
  execFileSync('git', ['init', '-q', join(home, 'app')], { env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' } })
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true, force: true })
})

test('whoever commits on this machine is known by what they told git, not by who committed last', async () => {
  writeFileSync(join(home, '.gitconfig'), '[user]\n\temail = visitor@example.com\n')
  const by = ['-C', join(home, 'app'), '-c', 'user.name=Ben', '-c', 'user.email=ben@example.com']
  execFileSync('git', [...by, 'commit', '-q', '--allow-empty', '-m', 'Work'])
  expect(await committerHere({ name: 'app', path: join(home, 'app') })).toBe('visitor@example.com')
})

test('nobody is known where git was told nothing, or there is no folder', async () => {
  expect(await committerHere({ name: 'app', path: join(home, 'app') })).toBeNull()
  expect(await committerHere({ name: 'gone', path: join(home, 'gone') })).toBeNull()
})
