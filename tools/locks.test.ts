import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** Compiling all rooms on a small, busy machine. Unit: ms. */
const SLOW_MS = 120_000

const root = dirname(import.meta.dirname)
const NOT_COPIED = ['node_modules', '.git', 'data', 'dist']

let copy = ''
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'longhand-locks-'))
  cpSync(root, copy, { recursive: true, filter: (path) => !NOT_COPIED.includes(relative(root, path).split(sep)[0] ?? '') })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** The programs behind the phases of `npm test`; of the types only the rooms that must do without a machine, to be quick. */
const LOCKS = {
  types: (tree: string) => ['domain', 'contract'].map((room) => ['node_modules/typescript/bin/tsc', '-p', join(tree, room)]),
  rooms: (tree: string) => [['tools/room-check.ts', tree]],
  lint: () => [['node_modules/oxlint/bin/oxlint', '--deny-warnings']],
}
type Lock = keyof typeof LOCKS

/** What a lock says about a tree. */
function ask(lock: Lock, tree: string) {
  const runs = LOCKS[lock](tree).map(([program = '', ...args]) =>
    spawnSync(process.execPath, [join(root, program), ...args], { cwd: tree, encoding: 'utf8' }))
  return { passes: runs.every(({ status }) => status === 0), says: runs.map(({ stdout }) => stdout).join('') }
}

/** The same, with one wrong file in a copy of the tree. */
function askWith(lock: Lock, file: string, content: string) {
  writeFileSync(join(copy, file), content)
  const result = ask(lock, copy)
  rmSync(join(copy, file))
  return result
}

describe('each lock holds', () => {
  test.each<[Lock, string, string]>([
    ['types', 'domain/planted.ts', 'export const home = process.env'],
    ['types', 'domain/planted.ts', "export const page = fetch('https://example.org')"],
    ['types', 'contract/planted.ts', 'export const home = process.env'],
    ['rooms', 'domain/planted.ts', "import { z } from 'zod'\nexport const planted = z"],
    ['rooms', 'contract/planted.ts', "export type { Db } from '#server/platform/db/schema.ts'"],
    ['rooms', 'web/planted.ts', "export const planted = () => import('#server/main.ts')"],
    ['rooms', 'cli/planted.ts', "export const planted: import('#server/platform/act.ts').Act | null = null"],
    ['rooms', 'server/platform/planted.ts', "import '../app.ts'\nexport * from '../people/public.ts'"],
    ['lint', 'domain/planted.ts', 'export const now = Date.now()'],
    ['lint', 'contract/planted.ts', 'export const now = new Date()'],
    ['lint', 'server/planted.ts', 'export const now = Temporal.Now.instant()'],
    ['lint', 'domain/planted.ts', 'export const chance = Math.random()'],
    ['lint', 'server/planted.ts', 'export const { now } = Date'],
    ['lint', 'domain/planted.ts', 'export const timer = () => setTimeout(() => 1, 1)'],
    ['lint', 'server/planted.ts', "export const page = fetch('https://example.org')"],
    ['lint', 'server/planted.ts', "export const page = globalThis.fetch('https://example.org')"],
    ['lint', 'server/planted.ts', "import { request } from 'node:https'\nexport const call = request"],
    ['lint', 'server/planted.ts', "import * as net from 'node:net'\nexport const call = net"],
    ['lint', 'server/planted.ts', "export const call = import('node:http')"],
    ['lint', 'server/planted.ts', "import push from 'web-push'\nexport const call = push.sendNotification"],
    ['lint', 'web/planted.ts', 'export const planted: any = 1'],
    ['lint', 'cli/planted.ts', 'export default 1'],
  ])('%s refuses %s: %s', (lock, file, content) => {
    const { passes, says } = askWith(lock, file, content)
    expect(passes).toBe(false)
    expect(says).toContain(file)
  }, SLOW_MS)

  test('rooms refuses a circle of features', () => {
    const { passes, says } = askWith('rooms', 'server/platform/planted.ts', "export * from './planted.ts'")
    expect(passes).toBe(false)
    expect(says).toContain('server/platform/planted.ts → server/platform/planted.ts')
  }, SLOW_MS)
})

test.each<Lock>(['types', 'rooms', 'lint'])('%s passes on the tree as it is', (lock) => {
  expect(ask(lock, root)).toMatchObject({ passes: true })
}, SLOW_MS)
