import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorOf, placeOf } from './anchor.ts'

const TEXT = 'We need a cache in front of the list, because the list is slow on Mondays when all three zones look at it. Nobody knows what it costs.'
const anchor = (text: string, quote: string, nth = 0) => {
  let start = -1
  for (let at = 0; at <= nth; at++) start = text.indexOf(quote, start + 1)
  return anchorOf(text, { start, end: start + quote.length })
}
const found = (text: string, remarked: ReturnType<typeof anchor>) => { const place = placeOf(text, remarked); return place && text.slice(place.start, place.end) }

/** A hundred times what it takes on a free machine. Without its short cut, the search takes minutes. */
const SOON_MS = 20_000

describe('a remark stays with its passage', () => {
  const slow = anchor(TEXT, 'the list is slow on Mondays')
  test.each([
    ['nothing changed', TEXT, 'the list is slow on Mondays'],
    ['words before it', `Read this first. ${TEXT}`, 'the list is slow on Mondays'],
    ['all before and after it is new', 'Well: the list is slow on Mondays, and that is all.', 'the list is slow on Mondays'],
    ['its lines were wrapped', TEXT.replace(' is slow', ' is\n  slow'), 'the list is\n  slow on Mondays'],
    ['it moved to another place', `The list is slow. ${TEXT.replace(', because the list is slow on Mondays', '')} It is because the list is slow on Mondays.`, 'the list is slow on Mondays'],
    ['a word came into it', TEXT.replace('slow', 'very slow'), 'the list is very slow on Mondays'],
    ['a word of it changed', TEXT.replace('Mondays', 'Tuesdays'), 'the list is slow on Tuesdays'],
    ['a word of it went', TEXT.replace('is slow', 'slow'), 'the list slow on Mondays'],
    ['two of its words changed', TEXT.replace('slow on', 'dead at'), 'the list is dead at Mondays'],
    ['it changed, and so did the words before', TEXT.replace('front of the list, because the list is', 'front. The list was'), 'The list was slow on Mondays'],
    ['it is gone', TEXT.replace(', because the list is slow on Mondays', ''), null],
    ['one of its words is left among others', TEXT.replace('the list is slow on Mondays', 'the people wait for it now'), null],
    ['it is other words now', TEXT.replace('the list is slow on Mondays', 'people wait for it'), null],
    ['the text is another one', 'Shall we hire somebody in Lisbon, or rather two in Manila?', null],
    ['the text is empty', '', null],
  ])('%s', (_why, text, expected) => { expect(found(text, slow)).toBe(expected) })

  test('a word or two are found only where their surroundings agree', () => {
    const cache = anchor(TEXT, 'cache')
    expect(found(TEXT, cache)).toBe('cache')
    expect(found(`Soon, ${TEXT}`, cache)).toBe('cache')
    expect(found('Everybody has a shopping list and a cache of sweets.', cache)).toBeNull()
    expect(found(TEXT.replace('a cache in', 'an index in'), cache)).toBeNull()
    expect(found('Everybody has a cache of sweets.', { quote: 'cache', prefix: '', suffix: '' })).toBe('cache')
  })

  test('of equal passages it is the one whose surroundings agree', () => {
    const twice = 'First it must be cheap for us. Then it must be cheap for them.'
    for (const nth of [0, 1]) {
      const remarked = anchor(twice, 'it must be cheap', nth)
      const place = placeOf(`Well. ${twice}`, remarked)
      expect(place?.start).toBe(nth === 0 ? 12 : 42)
    }
    expect(placeOf('it must be cheap it must be cheap', { quote: 'it must be cheap', prefix: '', suffix: '' })?.start).toBe(0)
  })

  test('a remark without a quote is on the whole field', () => {
    expect(placeOf(TEXT, { quote: '', prefix: '', suffix: '' })).toEqual({ start: 0, end: 0 })
    expect(placeOf('', { quote: ' \n', prefix: 'a', suffix: 'b' })).toEqual({ start: 0, end: 0 })
  })

  test('in a long text it is found where its rare words stand together, and soon', () => {
    const common = Array.from({ length: 20_000 }, (_, at) => ['the', 'list', 'is', 'on', 'at', `w${at % 500}`][at % 6]).join(' ')
    const now = `${common}. ${TEXT.replace('slow', 'very slow')} ${common}`
    expect(found(now, slow)).toBe('the list is very slow on Mondays')
    const words = Array.from({ length: 200 }, (_, at) => `w${at}`).join(' and ')
    expect(found(now, { quote: words, prefix: '', suffix: '' })).toBeNull()
  }, SOON_MS)

  test('a quote with white space at its ends is found', () => { expect(found(TEXT, { quote: ' the list is slow \n', prefix: '', suffix: '' })).toBe('the list is slow') })
})

describe('in other scripts', () => {
  test.each([
    ['marks and faces', 'Naïve café 🙂 is fine 🙃, we think.', 'café 🙂 is fine 🙃'], ['Japanese', '月曜日は一覧が遅いので、キャッシュが必要です。', '一覧が遅い'], ['Arabic', 'القائمة بطيئة يوم الاثنين عندما ينظر إليها الجميع', 'بطيئة يوم الاثنين'],
  ])('%s', (_why, text, quote) => { expect(found(`1. ${text}`, anchor(text, quote))).toBe(quote) })

  test('an anchor cuts no character in two', () => {
    const text = `${'🙂'.repeat(100)}here${'🙃'.repeat(100)}`
    for (const shift of [0, 1]) {
      const { prefix, suffix } = anchorOf(`${'x'.repeat(shift)}${text}`, { start: 200 + shift, end: 204 + shift })
      expect([prefix.isWellFormed(), suffix.isWellFormed()]).toEqual([true, true])
    }
    expect(anchorOf('a🙂b', { start: 3, end: 4 })).toEqual({ quote: 'b', prefix: 'a🙂', suffix: '' })
  })
})

const words = (maxLength: number, from = 'abcdefgh') => fc.array(fc.string({ unit: fc.constantFrom(...from), minLength: 1, maxLength: 4 }), { maxLength })
const spaced = (list: readonly string[]) => list.join(' ')

describe('whatever happens around it', () => {
  /** Words of the passage are made of letters that stand nowhere else. */
  const passage = fc.uniqueArray(fc.string({ unit: fc.constantFrom(...'qrstuvwxyz'), minLength: 2, maxLength: 5 }), { minLength: 3, maxLength: 12 })
  const around = fc.tuple(words(40), words(40), words(40), words(40))

  test('an unchanged passage is found, and a text never shows less than the whole of it', () => {
    fc.assert(fc.property(passage, around, (own, [before, after, newBefore, newAfter]) => {
      const quote = spaced(own)
      const old = spaced([...before, quote, ...after])
      const start = spaced(before).length + (before.length > 0 ? 1 : 0)
      const remarked = anchorOf(old, { start, end: start + quote.length })
      expect(remarked.quote).toBe(quote)
      const now = spaced([...newBefore, quote, ...newAfter])
      expect(found(now, remarked)).toBe(quote)
      expect(found(now.replaceAll(' ', ' \n '), remarked)?.replaceAll(' \n ', ' ')).toBe(quote)
    }))
  })

  test('with one of its inner words changed, it is still there; with all of them gone, it is not', () => {
    fc.assert(fc.property(passage, around, fc.nat(), (own, [before, after], which) => {
      const old = spaced([...before, ...own, ...after])
      const start = spaced(before).length + (before.length > 0 ? 1 : 0)
      const remarked = anchorOf(old, { start, end: start + spaced(own).length })
      const changed = own.with(1 + which % (own.length - 2), 'changed')
      const place = found(spaced([...before, ...changed, ...after]), remarked)
      expect(place?.split(' ')).toEqual(changed)
      expect(found(spaced([...before, ...after]), remarked)).toBeNull()
    }))
  })

  test('any text and any anchor give a place inside the text, or none', () => {
    const odd = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', ' ', ' ', '\n', '🙂', '\uD83D', '\u0301', '月', '-', '\u00A0'), maxLength })
    fc.assert(fc.property(odd(60), odd(8), odd(8), odd(8), (text, quote, prefix, suffix) => {
      const place = placeOf(text, { quote, prefix, suffix })
      if (place !== null) expect(place.start >= 0 && place.start <= place.end && place.end <= text.length).toBe(true)
    }))
  })
})
