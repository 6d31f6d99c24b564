import { describe, expect, test } from 'vitest'
import { fitting } from '../../ui/composer/sources.ts'
import { furtherPlaces } from './further.ts'

/** Titles that the palette offers for what was typed. */
const found = (typed: string, manages = true) =>
  fitting(furtherPlaces(() => {}, { manages, typed: typed !== '' }), typed, ({ title, words }) => `${title} ${words ?? ''}`).map(({ title }) => title)

describe('the palette leads to every page', () => {
  test.each([
    ['members', 'Go to members'], ['invite', 'Go to members'], ['outbox', 'Go to the outbox'], ['import', 'Bring in what was written elsewhere'], ['slack', 'Bring in what was written elsewhere'],
    ['password', 'Change your password'], ['passkey', 'Your passkeys'], ['language', 'Your name and language'], ['token', 'Personal tokens'], ['notifications', 'Mails you get'],
  ])('%s', (typed, title) => expect(found(typed)).toContain(title))

  test('but to none that its reader may not open', () => {
    expect(found('members', false)).toEqual([])
    expect(found('password', false)).toEqual(['Change your password'])
  })
  test('parts of the settings come once something is typed', () => {
    expect(found('')).toEqual(['Go to members', 'Go to the outbox', 'Bring in what was written elsewhere', 'Go to mail that came in', 'Go to webhooks'])
  })
})
