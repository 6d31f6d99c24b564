import { expect, test } from 'vitest'
import { queueWords, stateWords, statusWords, toneOf } from './status-words.ts'

const of = (...states: ('ok' | 'look' | 'broken')[]) => states.map((state) => ({ id: state, about: 'x', state, says: 'x', next: '' }))

test.each([
  [of('ok', 'ok'), 'All 2 things that were looked at are well.'], [of('look', 'ok'), 'Nothing is broken; one thing is worth a look.'],
  [of('broken', 'ok'), 'One thing is broken.'], [of('broken', 'broken', 'look'), 'Two things are broken, and one thing is worth a look.'],
])('the whole is one sentence: %#', (findings, sentence) => { expect(statusWords(findings)).toBe(sentence) })

test('a queue says what waits and what was given up', () => {
  expect([queueWords({ waiting: 0, failed: 0 }), queueWords({ waiting: 1, failed: 2 })]).toEqual(['Nothing waits.', 'One message waits to leave; two were given up within seven days.'])
})

test('words stand before colours', () => {
  expect((['ok', 'look', 'broken'] as const).map((state) => [stateWords(state), toneOf(state)])).toEqual([['Well', 'settled'], ['Worth a look', 'clock'], ['Broken', 'late']])
})
