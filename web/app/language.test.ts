import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ENGLISH } from '#domain/words/said.ts'
import { locale, speak, spoken } from '../ui/spoken.ts'
import { localeOf, speakAsHere, speakTo } from './language.ts'

const kept = new Map<string, string>()
const reload = vi.fn<() => void>()
const root = { lang: '' }

/** A browser that asks for these languages and remembers what it is told. */
function browser(...languages: string[]) {
  vi.stubGlobal('navigator', { language: languages[0], languages })
  vi.stubGlobal('document', { documentElement: root })
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) })
}

beforeEach(() => {
  kept.clear()
  reload.mockClear()
})
afterEach(() => {
  vi.unstubAllGlobals()
  speak(ENGLISH)
})

describe('a page begins in the language of its device', () => {
  test.each([
    ['de-CH', undefined, 'de', 'de-CH'], ['de', undefined, 'de', 'de-DE'], ['en-US', undefined, 'en', 'en-US'], ['fr-FR', undefined, 'en', 'en-GB'],
    ['en-US', 'de-AT', 'de', 'de-AT'], ['de-DE', 'en-GB', 'en', 'en-GB'],
  ])('a browser in %s that spoke %s last speaks %s, and tells days as %s', async (asks, last, language, days) => {
    browser(asks)
    if (last) kept.set('longhand.locale', last)
    await speakAsHere()
    expect([spoken().language, locale(), root.lang]).toEqual([language, days, days])
  })
})

describe('a page follows who reads', () => {
  test('days follow at once; nothing is loaded anew for another country', async () => {
    browser('en-US')
    await speakAsHere()
    expect(speakTo('en-GB', { reload })).toBe(false)
    expect(locale()).toBe('en-GB')
    expect(reload).not.toHaveBeenCalled()
  })
  test('another language is remembered, and the page is loaded anew once', async () => {
    browser('en-US')
    await speakAsHere()
    expect(speakTo('de-DE', { reload })).toBe(true)
    expect(kept.get('longhand.locale')).toBe('de-DE')
    expect(speakTo('de-DE', { reload })).toBe(false)
    expect(reload).toHaveBeenCalledTimes(1)
    await speakAsHere()
    expect(spoken().language).toBe('de')
  })
  test('who asks again for a language that did not come gets another try', async () => {
    browser('de-DE')
    kept.set('longhand.locale', 'de-DE')
    expect(speakTo('de-DE', { reload, chosen: true })).toBe(true)
  })
  test('where nothing is remembered the page stays as it is', async () => {
    browser('en-US')
    vi.stubGlobal('localStorage', undefined)
    expect(speakTo('de-DE', { reload })).toBe(false)
  })
  test('a language is taken with the country that the browser asks for', () => {
    browser('de-AT', 'en', 'en-US')
    expect([localeOf('de'), localeOf('en')]).toEqual(['de-AT', 'en-US'])
    browser('fr-FR')
    expect([localeOf('de'), localeOf('en')]).toEqual(['de-DE', 'en-GB'])
  })
})
