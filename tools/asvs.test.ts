import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
/** How many requirements ASVS 5.0.0 has at the levels 1 and 2. */
const REQUIREMENTS = 253
/** A test is named by its file and its words; a fact may name files in the same way. */
const NAMED_TEST = /`([\w./-]+\.test\.tsx?)` “([^”]+)”/g
const NAMED_FILE = /`((?:server|domain|contract|web|cli|deploy|docs)\/[\w./-]+\.(?:ts|tsx|md|conf))`|\b((?:deploy|docs)\/[\w./-]+\.(?:md|conf|yaml))/g

const rows = [...readFileSync(join(root, 'docs/security-asvs.md'), 'utf8').matchAll(/^\| (V\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, id = '', words = '', how = '']) => ({ id, words, how }))
const text = (path: string) => existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : ''

test('every requirement of levels 1 and 2 stands in the table once, with how it is met or what comes next', () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(REQUIREMENTS)
  expect(rows).toHaveLength(REQUIREMENTS)
  expect(rows.filter(({ how }) => !/^(test|config|not applicable|not met): \S/.test(how)).map(({ id }) => id)).toEqual([])
})

test('every test that is named is there, by file and by title', () => {
  const named = rows.flatMap(({ id, how }) => [...how.matchAll(NAMED_TEST)].map(([, file = '', title = '']) => ({ id, file, title })))
  expect(named.length).toBeGreaterThan(80)
  expect(named.filter(({ file, title }) => !text(file).includes(title))).toEqual([])
  expect(rows.filter(({ how }) => how.startsWith('test: ') && how.match(NAMED_TEST) === null).map(({ id }) => id)).toEqual([])
})

test('every file that a fact names is there', () => {
  const named = rows.flatMap(({ id, how }) => [...how.matchAll(NAMED_FILE)].map(([, source, page]) => ({ id, path: source ?? page ?? '' })))
  expect(named.filter(({ path }) => !existsSync(join(root, path)))).toEqual([])
})

test('the counts above the table are those of the table', () => {
  const count = (kind: string) => rows.filter(({ how }) => how.startsWith(`${kind}: `)).length
  const said = /(\d+) are shown by a test, (\d+) are facts, (\d+) do not apply, and \*\*(\d+) are not met/.exec(text('docs/security-asvs.md'))?.slice(1).map(Number)
  expect(said).toEqual(['test', 'config', 'not applicable', 'not met'].map(count))
  figure({ gate: 'G19', what: 'requirements of ASVS 5.0.0, levels 1 and 2, that are met or do not apply', value: REQUIREMENTS - count('not met'), wanted: String(REQUIREMENTS), met: count('not met') === 0 })
})
