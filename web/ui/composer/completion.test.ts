import { describe, expect, test } from 'vitest'
import { complete, isComplete, named, tokenAt } from './completion.ts'
import type { CompletionSource } from './completion.ts'
import { after, at } from './edits.test-kit.ts'
import { EMOJI_SOURCE, entrySource, mentionSource, titleSource } from './sources.ts'

const found = (drawn: string) => {
  const { value, start } = at(drawn)
  const token = tokenAt(value, start)
  return token && `${token.trigger}${token.query}${token.closed ? ' closed' : ''}`
}
const ask = (source: CompletionSource, query: string) => source.find(query, new AbortController().signal)

describe('what can be completed', () => {
  test.each([
    ['@¦', '@'], ['ask @Mei¦', '@Mei'], ['ask @Mei Ta¦', '@Mei Ta'], ['(@ben¦', '@ben'], ['@Zoë¦', '@Zoë'], ['@Mei ¦', undefined], ['mei@exam¦', undefined], ['@@x¦', undefined], ['@Mei says that it¦', undefined],
    ['see #21¦', '#21'], ['see #¦', '#'], ['#¦', undefined], ['#plan¦', '#plan'], ['# Plan¦', undefined], ['a#1¦', undefined], ['/#1¦', undefined], ['#retry limit¦', '#retry limit'],
    [':ta¦', ':ta'], [':t¦', undefined], [':tada:¦', ':tada closed'], ['12:30¦', undefined], ['so: ta¦', undefined], ['std::vec¦', undefined], [':+1¦', ':+1'],
    ['@Mei\n¦', undefined],
    ['see [[¦', '[['], ['see [[Depl¦', '[[Depl'], ['[[Restart the re¦lay]]', '[[Restart the re'], ['[[A]] and¦', undefined], ['[[A|sho¦', undefined], ['[a¦', undefined], ['[[@Mei¦', '[[@Mei'],
  ])('%s → %s', (drawn, token) => expect(found(drawn)).toBe(token))
})

describe('completing', () => {
  const suggestion = { key: 'mei', label: 'Mei Tanaka', insert: '@Mei Tanaka' }
  test.each([['ask @me¦', 'ask @Mei Tanaka ¦'], ['ask @me¦, please', 'ask @Mei Tanaka¦, please'], ['@me¦ now', '@Mei Tanaka¦ now']])('%s', (before, then) => {
    const { value, start } = at(before)
    const token = tokenAt(value, start)
    if (!token) throw new Error('Nothing to complete.')
    expect(after(at(before), complete(value, token, start, suggestion))).toBe(then)
  })
  test.each([['see [[de¦', 'see [[Deploying]] ¦'], ['see [[de¦]] now', 'see [[Deploying]]¦ now'], ['([[¦)', '([[Deploying]]¦)']])('%s', (before, then) => {
    const { value, start } = at(before)
    const token = tokenAt(value, start)
    if (!token) throw new Error('Nothing to complete.')
    expect(after(at(before), complete(value, token, start, { key: '1', label: 'Deploying', insert: '[[Deploying]]' }))).toBe(then)
  })
  test('is over when the only suggestion stands there', () => {
    const token = { trigger: '@', from: 0, query: 'mei tanaka', closed: false } as const
    expect(isComplete(token, [suggestion])).toBe(true)
    expect(isComplete(token, [suggestion, { ...suggestion, key: 'other' }])).toBe(false)
  })
})

describe('where suggestions come from', () => {
  const now = Temporal.Instant.from('2026-03-24T00:04:00Z')
  const people = [
    { id: '1', name: 'Ana Duarte', zone: 'Europe/Lisbon', working: false, nextWorkingMoment: '2026-03-24T09:00:00Z' },
    { id: '2', name: 'Mei Tanaka', zone: 'Asia/Tokyo', working: true, nextWorkingMoment: null },
    { id: '3', name: 'Zoë Ana Marín', zone: 'Asia/Tokyo', working: false, nextWorkingMoment: null },
  ]
  const source = mentionSource(people, [{ key: 'here', name: 'here', about: 'three people who work now' }], now, 'Asia/Tokyo')

  test('people are told by their clock, in the reader’s time', async () => {
    expect(await ask(source, 'ana')).toEqual([
      { key: '1', label: 'Ana Duarte', about: '00:04 there, works next 18:00 your time', insert: '@Ana Duarte' },
      { key: '3', label: 'Zoë Ana Marín', about: '09:04 there, no working time ahead', insert: '@Zoë Ana Marín' },
    ])
    expect((await ask(source, 'mei'))[0]?.about).toBe('09:04 there, works now')
  })
  test.each([['zoe', 'Zoë Ana Marín'], ['marin', 'Zoë Ana Marín'], ['he', 'here'], ['', 'Ana Duarte']])('%j finds %s', async (query, first) => expect((await ask(source, query))[0]?.label).toBe(first))
  test('entries come by number', async () => {
    expect(await ask(entrySource(async () => [{ number: 212, title: 'The list', about: 'wrap in Billing' }]), '21')).toEqual([{ key: '212', label: '#212 The list', about: 'wrap in Billing', insert: '#212' }])
  })
  test('titles come in double brackets, or by number where a sign of the title would end them', async () => {
    const found = await ask(titleSource(async () => [{ number: 7, title: 'Deploying  the API', about: '#7 in Ops' }, { number: 8, title: 'C# [old]' }]), 'd')
    expect(found.map(({ label, insert }) => [label, insert])).toEqual([['Deploying  the API', '[[Deploying the API]]'], ['C# [old]', '#8']])
  })
  test('emoji come by name, also when it is written out', async () => {
    const emoji = await ask(EMOJI_SOURCE, 'tada')
    expect(emoji[0]).toEqual({ key: 'tada', label: '🎉 tada', insert: '🎉' })
    expect(named({ trigger: ':', from: 0, query: 'tada', closed: true }, emoji)?.insert).toBe('🎉')
    expect(named({ trigger: ':', from: 0, query: 'tad', closed: true }, emoji)).toBeUndefined()
  })
})
