import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Texts } from '#domain/words/said.ts'
import { expect, test } from 'vitest'
import { faultsIn } from './catalogs.ts'
import { keysIn } from './keys.ts'

const ROOT = join(import.meta.dirname, '../..')

const catalogsIn = (pattern: string) => Promise.all(globSync(pattern, { cwd: ROOT }).filter((file) => !file.endsWith('/german.ts')).toSorted()
  .map(async (file) => ({ file, texts: (await import(join(ROOT, file)) as { GERMAN: Texts }).GERMAN })))

/** Files with counted nouns of their own, which are English only, ask no catalog. */
const said = globSync('{domain,contract,server}/**/*.ts', { cwd: ROOT }).filter((file) => !/test|\/german\//.test(file)).toSorted().flatMap((file) => {
  const source = readFileSync(join(ROOT, file), 'utf8')
  return source.includes("words/said.ts'") ? keysIn(file, source) : []
})

test('what the server says itself has its German text in a catalog that the server reads, since mails know none of the pages', async () => {
  const own = new Set((await catalogsIn('{domain/words,server/platform}/german/*.ts')).flatMap(({ texts }) => Object.keys(texts)))
  expect(said.filter(({ file, key }) => !file.startsWith('domain/') && !own.has(key)).map(({ file, line, key }) => `${file}:${line} ${key}`)).toEqual([])
})

test('what domain, contract and server say has a German text, each in one catalog of theirs or in one of the pages, and none is left over', async () => {
  const catalogs = await catalogsIn('{domain/words,server/platform}/german/*.ts')
  const own = new Set(catalogs.flatMap(({ texts }) => Object.keys(texts)))
  const pages = new Set((await catalogsIn('web/*/de.ts')).flatMap(({ texts }) => Object.keys(texts)))
  expect(faultsIn(said.filter(({ key }) => own.has(key) || !pages.has(key)), catalogs)).toEqual([])
})
