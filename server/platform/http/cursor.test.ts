import { Refusal } from '#domain/refusal.ts'
import { describe, expect, test } from 'vitest'
import { pageOf, readCursor, writeCursor } from './cursor.ts'

const ID = '0198c0de-0000-7000-8000-000000000001'
const at = Temporal.Instant.from('2026-03-24T07:00:00.123456Z')
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a cursor', () => {
  test('comes back as the place it was made from, to the microsecond', () => {
    const place = readCursor(writeCursor({ at, id: ID }))
    expect([place.at.toString(), place.id]).toEqual(['2026-03-24T07:00:00.123456Z', ID])
  })

  test.each([
    ['words', 'page-2'], ['nothing', ''], ['no JSON', Buffer.from('{').toString('base64url')], ['a moment that is none', encoded(['yesterday', ID])],
    ['an id that is none', encoded([at.toString(), "' or 1=1"])], ['too much', encoded([at.toString(), ID, 1])], ['something else', encoded({ at: at.toString(), id: ID })],
  ])('made of %s is refused as bad input', (_what, cursor) => {
    expect(() => readCursor(cursor)).toThrow(Refusal)
  })
})

test('a page holds the limit, and says where the next begins only when there is one', () => {
  const row = (id: string) => ({ id, at })
  const how = { keyset: (one: { id: string; at: Temporal.Instant }) => one, item: (one: { id: string }) => one.id }
  expect(pageOf([row('a'), row('b')], 2, how)).toEqual({ items: ['a', 'b'], next: null })
  expect(pageOf([row(ID), row('b')], 1, how)).toEqual({ items: [ID], next: writeCursor({ at, id: ID }) })
  expect(pageOf([], 5, how)).toEqual({ items: [], next: null })
})
