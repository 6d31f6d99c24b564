import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amount, ENGLISH, inWords, keyOf, languageOf, listInWords, placesIn, said } from './said.ts'
import type { Words } from './said.ts'

const GERMAN: Words = {
  language: 'de',
  texts: { 'The ask #{0} is closed.': 'Die Frage {0} ist zu.', '{0} in {1}': 'In {1}: {0}', 'reply|replies': 'Antwort|Antworten', 'Open¦verb': 'Öffnen', 'open¦state': 'offen', 'It is {0}.': 'Sie ist {0}.' },
}

test.each([
  [said`The ask #${1234} is closed.`, 'The ask #1234 is closed.', 'Die Frage 1234 ist zu.'],
  [said`The ask #${7} is closed.`, 'The ask #7 is closed.', 'Die Frage 7 ist zu.'],
  [said`${amount(3, 'reply', 'replies')} in ${'Billing'}`, 'three replies in Billing', 'In Billing: 3 Antworten'],
  [amount(1, 'reply', 'replies'), 'one reply', '1 Antwort'],
  [amount(0, 'reply', 'replies'), 'no replies', '0 Antworten'],
  [amount(41_200, 'thing'), '41,200 things', '41.200 things'],
  [said`Open¦verb`, 'Open', 'Öffnen'],
  [said`It is ${said`open¦state`}.`, 'It is open.', 'Sie ist offen.'],
  ['as it is', 'as it is', 'as it is'],
])('%j', (one, english, german) => {
  expect(inWords(one, ENGLISH)).toBe(english)
  expect(inWords(one, GERMAN)).toBe(german)
})

test('names in a row', () => {
  expect(listInWords(['Mei', 'Ben', 'Ana'], GERMAN)).toBe('Mei, Ben und Ana')
  expect(listInWords(['Mei', 'Ben'], ENGLISH)).toBe('Mei and Ben')
  expect(listInWords([], ENGLISH)).toBe('')
})

test.each([['de-CH', 'de'], ['de', 'de'], ['en-US', 'en'], ['DE_at', 'de'], ['fr-FR', 'en'], [undefined, 'en'], ['den', 'en']])('%s reads %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language)
})

test('a value that looks like a place is no place', () => {
  expect(inWords(said`${'{1}'} and ${'b'}`, ENGLISH)).toBe('{1} and b')
})

test('taking a sentence apart loses nothing but the braces of its places', () => {
  fc.assert(fc.property(fc.array(fc.string().filter((text) => !/[{}]/.test(text)), { minLength: 1, maxLength: 6 }), (parts) => {
    expect(placesIn(keyOf(parts))).toEqual(parts.flatMap((part, at) => at === 0 ? [part] : [at - 1, part]).filter((part) => part !== ''))
  }))
})
