import { expect, test } from 'vitest'
import { SAID } from '../said.test-kit.ts'
import { rowsOf } from './rows.ts'

test('asks stand among the replies by when they were asked', () => {
  const ask = { number: 9, askedAt: '2026-03-24T09:00:00Z' } as Parameters<typeof rowsOf>[1][number]
  const rows = rowsOf([{ ...SAID, postedAt: '2026-03-24T08:30:00Z' }, { ...SAID, postedAt: '2026-03-24T09:30:00Z' }], [ask])
  expect(rows.map(({ kind }) => kind)).toEqual(['text', 'ask', 'text'])
})
