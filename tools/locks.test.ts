import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** Compiling all rooms on a small, busy machine. Unit: ms. */
const SLOW_MS = 120_000

const root = dirname(import.meta.dirname)
const NOT_COPIED = ['node_modules', '.git', 'data', 'dist']

/** The programs behind the phases of `npm test`; of the types only the rooms that must do without a machine, to be quick. */
const LOCKS = {
  types: (tree: string) => ['domain', 'contract'].map((room) => ['node_modules/typescript/bin/tsc', '--singleThreaded', '-p', join(tree, room)]),
  rooms: (tree: string) => [['tools/room-check.ts', tree]],
  lint: () => [['node_modules/oxlint/bin/oxlint', '--deny-warnings', '--format=unix']],
}
type Lock = keyof typeof LOCKS

/** What each lock must refuse: where it would stand, and what it says. Each stands in a file of its own. */
const PLANTED: readonly (readonly [lock: Lock, folder: string, content: string])[] = [
  ['types', 'domain', 'export const home = process.env'],
  ['types', 'domain', "export const page = fetch('https://example.org')"],
  ['types', 'contract', 'export const home = process.env'],
  ['rooms', 'domain', "import { z } from 'zod'\nexport const planted = z"],
  ['rooms', 'contract', "export type { Db } from '#server/platform/db/schema.ts'"],
  ['rooms', 'web', "export const planted = () => import('#server/main.ts')"],
  ['rooms', 'cli', "export const planted: import('#server/platform/act.ts').Act | null = null"],
  ['rooms', 'server/platform', "import '../app.ts'\nexport * from '../people/public.ts'"],
  ['rooms', 'server/platform', "export * from './FILE'"],
  ['lint', 'domain', 'export const now = Date.now()'],
  ['lint', 'contract', 'export const now = new Date()'],
  ['lint', 'server', 'export const now = Temporal.Now.instant()'],
  ['lint', 'domain', 'export const chance = Math.random()'],
  ['lint', 'server', 'export const { now } = Date'],
  ['lint', 'domain', 'export const timer = () => setTimeout(() => 1, 1)'],
  ['lint', 'server', "export const page = fetch('https://example.org')"],
  ['lint', 'server', "export const page = globalThis.fetch('https://example.org')"],
  ['lint', 'server', "import { request } from 'node:https'\nexport const call = request"],
  ['lint', 'server', "import * as net from 'node:net'\nexport const call = net"],
  ['lint', 'server', "export const call = import('node:http')"],
  ['lint', 'server', "import push from 'web-push'\nexport const call = push.sendNotification"],
  ['lint', 'web', 'export const planted: any = 1'],
  ['lint', 'cli', 'export default 1'],
]

/** The name of one planted file; `.ts` ends it, so that no name begins another. */
const nameOf = (index: number) => `planted-${index}.ts`
const plantedFor = (lock: Lock) => PLANTED.flatMap(([of, folder, content], index) =>
  of === lock ? [{ path: `${folder}/${nameOf(index)}`, content: content.replace('FILE', nameOf(index)) }] : [])

let copy = ''
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'longhand-locks-'))
  cpSync(root, copy, { recursive: true, filter: (path) => !NOT_COPIED.includes(relative(root, path).split(sep)[0] ?? '') })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** What a lock says about the copy of the tree, with all that it must refuse in it: once for all cases. */
function askOnce(lock: Lock): { passes: boolean; lines: string[] } {
  const planted = plantedFor(lock)
  for (const { path, content } of planted) writeFileSync(join(copy, path), content)
  const runs = LOCKS[lock](copy).map(([program = '', ...args]) =>
    spawnSync(process.execPath, [join(root, program), ...args], { cwd: copy, encoding: 'utf8' }))
  for (const { path } of planted) rmSync(join(copy, path))
  return { passes: runs.every(({ status }) => status === 0), lines: runs.flatMap(({ stdout }) => stdout.split('\n')) }
}

describe.each<Lock>(['types', 'rooms', 'lint'])('the lock on %s', (lock) => {
  let says: ReturnType<typeof askOnce>
  beforeAll(() => {
    says = askOnce(lock)
  }, SLOW_MS)

  test('refuses', () => expect(says.passes).toBe(false))
  test.each(plantedFor(lock))('names $path: $content', ({ path }) => {
    expect(says.lines.filter((line) => line.includes(path))).not.toEqual([])
  })
  test('and has nothing to say of the tree as it is', () => {
    const names = plantedFor(lock).map(({ path }) => path)
    expect(says.lines.filter((line) => /\.tsx?\b/.test(line) && !names.some((name) => line.includes(name)))).toEqual([])
  })
})
