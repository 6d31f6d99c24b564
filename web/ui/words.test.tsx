import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test } from 'vitest'
import { ENGLISH } from '#domain/words/said.ts'
import { counted, formatDay, formatSpan, formatWhen, listInWords } from './format.ts'
import { speak } from './spoken.ts'
import { t, tr } from './words.ts'

const GERMAN = { 'language': 'de', 'texts': { 'Due {0}': 'Fällig {0}', '{0} by {1}': 'Von {1}: {0}', 'tomorrow': 'morgen', 'today': 'heute', 'last {0}': 'letzten {0}', 'thing|things': 'Ding|Dinge', '{0} days': '{0} Tage' } } as const

afterEach(() => speak(ENGLISH))

const now = Temporal.Instant.from('2026-03-26T09:00:00Z')

test('a sentence is said in English until another language is spoken', () => {
  expect(t`Due ${'soon'}`).toBe('Due soon')
  speak(GERMAN)
  expect(t`Due ${'bald'}`).toBe('Fällig bald')
  expect(t`Nobody translated this.`).toBe('Nobody translated this.')
})

test('a sentence with elements keeps them, in the order of the language', () => {
  const sentence = () => renderToStaticMarkup(<p>{tr`${<b>A</b>} by ${'Mei'}`}</p>)
  expect(sentence()).toBe('<p><b>A</b> by Mei</p>')
  speak(GERMAN)
  expect(sentence()).toBe('<p>Von Mei: <b>A</b></p>')
})

test('days, spans, counts and rows of names follow the language', () => {
  speak(GERMAN)
  expect(formatWhen(now.add({ hours: 24 }), 'Europe/Berlin', now)).toBe('morgen 10:00')
  expect(formatWhen(now, 'Europe/Berlin', now)).toBe('10:00')
  expect(formatDay(now.subtract({ hours: 72 }), 'Europe/Berlin', now)).toBe('letzten Montag')
  expect(formatSpan(3000)).toBe('2 Tage 2 h')
  expect(counted(41_200, 'thing')).toBe('41.200 Dinge')
  expect(listInWords(['Mei', 'Ben'])).toBe('Mei und Ben')
})
