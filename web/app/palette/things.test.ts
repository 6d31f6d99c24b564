import { expect, test } from 'vitest'
import { noteVisit, recentPlaces } from './recent.ts'
import { named, numberIn, ofEntry, ofHit, ofPerson, ofSpace, once } from './things.ts'

const billing = ofSpace({ id: 's', name: 'Billing' })

test.each([['128', 128], ['#128', 128], [' 7 ', 7], ['0', undefined], ['batch 7', undefined], ['', undefined]])('%j is the number %s', (typed, number) => expect(numberIn(typed)).toBe(number))

test('a name is found by the beginning of any of its words', () => {
  const list = [billing, ofPerson({ id: 'a', name: 'Ana Duarte' }), ofPerson({ id: 'b', name: 'Ben Adler' })]
  expect(named(list, 'dua').map(({ title }) => title)).toEqual(['Ana Duarte'])
  expect(named(list, 'b').map(({ title }) => title)).toEqual(['Billing', 'Ben Adler'])
})

test('what was written is offered once: by its title before by its words', () => {
  const byTitle = ofEntry({ number: 7, kind: 'page', title: 'Undo a batch', spaceName: 'Billing' })
  const found = ofHit({ number: 7, kind: 'page', title: [{ text: 'Undo a ', found: false }, { text: 'batch', found: true }], spaceName: 'Billing' })
  const other = ofHit({ number: 9, kind: 'thread', title: [{ text: 'Batches stop', found: true }], spaceName: 'Billing' })
  expect(once([byTitle], [found, other])).toEqual([byTitle, other])
  expect(byTitle.about).toBe('Page #7 in Billing')
})

test('the last places are remembered, each once and by address alone', () => {
  const kept = new Map<string, string>()
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
  const space = '/spaces/01932f6e-0000-7000-8000-000000000000'
  for (const path of ['/7', space, '/', '/settings', '/8', '/7']) noteVisit(storage, 'ana', path)
  expect(recentPlaces(storage, 'ana')).toEqual(['/7', '/8', space])
  expect(recentPlaces(storage, 'ben')).toEqual([])
  kept.set('longhand.recent.ana', 'broken')
  expect(recentPlaces(storage, 'ana')).toEqual([])
})
