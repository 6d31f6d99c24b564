import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Texts } from '#domain/words/said.ts'
import { expect, test } from 'vitest'
import { faultsIn } from './catalogs.ts'
import { keysIn, plainIn, unsaidIn } from './keys.ts'
import type { Found } from './keys.ts'

const ROOT = join(import.meta.dirname, '../..')
/** The page that shows the parts is read by those who build them; the worker shows what the server has said. */
const NOT_READ = /\.test\.|test-kit|specimen|\/de\.ts$|^web\/worker/

/** Texts that are the same in every language, and why. */
const SAME = new Map([
  ['English', 'a language by its own name'], ['Deutsch', 'a language by its own name'],
  ['longhand export notes', 'a command'], ['longhand import', 'a command'], ['longhand import adr', 'a command'],
  ['Alt', 'what stands on the key'],
])

const filesOf = (pattern: string) => globSync(pattern, { cwd: ROOT }).filter((file) => !NOT_READ.test(file)).toSorted()
const inAll = (files: readonly string[], find: (file: string, source: string) => Found[]) => files.flatMap((file) => find(file, readFileSync(join(ROOT, file), 'utf8')))

/** What the pages may hear from the other rooms, said or plain. */
const heardFrom = (file: string, source: string): Found[] => [...keysIn(file, source), ...plainIn(file, source)]

/** A catalog exports its texts under one name. */
async function catalog(file: string) {
  const { GERMAN } = await import(join(ROOT, file)) as { GERMAN: Texts }
  return { file, texts: GERMAN }
}

test('everything the pages say has a German text with the same places, in one catalog, and nothing is left over', async () => {
  const catalogs = await Promise.all(globSync('web/*/de.ts', { cwd: ROOT }).toSorted().map(catalog))
  expect(catalogs.length).toBeGreaterThan(20)
  expect(faultsIn(inAll(filesOf('web/**/*.{ts,tsx}'), keysIn), catalogs, inAll(filesOf('{domain,server,contract}/**/*.ts'), heardFrom))).toEqual([])
  const [joined, domain] = await Promise.all(['web/app/german.ts', 'domain/words/german/german.ts'].map(catalog))
  expect(joined?.texts).toEqual(Object.assign({}, domain?.texts, ...catalogs.map(({ texts }) => texts)))
})

test('the pages show nothing without asking a catalog', () => {
  const unsaid = inAll(filesOf('web/**/*.{ts,tsx}'), unsaidIn).filter(({ key }) => !SAME.has(key))
  expect(unsaid.map(({ file, line, key }) => `${file}:${line} ${key}`)).toEqual([])
})

test('what is wrong with a catalog is told', () => {
  const said = ['Due {0}', 'reply|replies', 'Gone'].map((key, at) => ({ key, file: 'a.ts', line: at + 1 }))
  const catalogs = [{ file: 'a/de.ts', texts: { 'Due {0}': 'Fällig', 'reply|replies': 'Antwort', 'Old': 'Alt' } }, { file: 'b/de.ts', texts: { 'Due {0}': 'Fällig {0}' } }]
  expect(faultsIn(said, catalogs)).toEqual([
    'a/de.ts: "Due {0}" has other places than its text', 'a/de.ts: "reply|replies" is counted otherwise than its text', 'b/de.ts: "Due {0}" stands in a/de.ts already',
    'a.ts:3: "Gone" has no text', 'a/de.ts: nobody says "Old"',
  ])
})
