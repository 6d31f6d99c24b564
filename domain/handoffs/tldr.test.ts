import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shorten, tldrOf } from './tldr.ts'
import { wrapTitle } from './wrap-title.ts'

describe('the line that stands for a wrap', () => {
  test.each([
    ['the first sentence', 'Do not deploy. The index is still building.', 'Do not deploy.'],
    ['one line of many', 'The rollout\nis at 50 %', 'The rollout is at 50 %'],
    ['without Markdown signs', '**Do not** run `deploy_all`; see [the page](https://example.com).', 'Do not run deploy_all; see the page.'],
    ['numbers do not end a sentence', 'Version 1.2 is out. Good.', 'Version 1.2 is out.'],
  ])('%s', (_why, text, line) => {
    expect(tldrOf(text)).toBe(line)
  })

  test('is never longer than a list shows, nor broken within a character', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
      const line = tldrOf(text)
      expect([...line].length).toBeLessThanOrEqual(200)
      expect(line.isWellFormed()).toBe(true)
    }))
  })
})

test.each([['short', 10, 'short'], ['some words more', 12, 'some words…'], ['unbreakable', 5, 'unbr…']])('shorten %s to %i', (line, max, short) => {
  expect(shorten(line, max)).toBe(short)
})

test('a wrap is called by its author and the author’s date', () => {
  expect(wrapTitle('Kenji', Temporal.Instant.from('2026-03-23T16:00:00Z'), 'Asia/Tokyo')).toBe('Kenji, Tuesday 24 March')
})
