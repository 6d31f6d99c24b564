import { wordsFor } from '#server/platform/words.ts'
import { expect, test } from 'vitest'
import { holidaySet, holidaySets } from './holiday-sets.ts'

const german = wordsFor('de-CH')

test('countries are named as the reader calls them, in the order of their alphabet', async () => {
  const names = async (words = wordsFor('en-GB')) => new Map((await holidaySets(undefined, words)).map(({ code, name }) => [code, name]))
  const [english, theirs] = [await names(), await names(german)]
  expect(['DE', 'JP', 'AT'].map((code) => [english.get(code), theirs.get(code)])).toEqual([['Germany', 'Deutschland'], ['Japan', 'Japan'], ['Austria', 'Österreich']])
  expect([...theirs.keys()].toSorted()).toEqual([...english.keys()].toSorted())
  const order = [...theirs.values()]
  expect(order.indexOf('Österreich')).toBeLessThan(order.indexOf('Polen'))
})

test.each([['DE', 'Deutschland, überall', 'DE-BY', 'Bayern'], ['CH', 'Schweiz, überall', 'CH-ZH', 'Kanton Zürich'], ['US', 'Vereinigte Staaten, überall', 'US-CA', 'California']])('%s and its regions in German', async (country, all, region, name) => {
  expect((await holidaySet(country, german))?.name).toBe(all)
  expect((await holidaySet(region, german))?.name).toBe(name)
})

test('what is not bundled is none', async () => {
  expect([await holidaySets('XX', german), await holidaySet('DE-XX')]).toEqual([[], undefined])
})
