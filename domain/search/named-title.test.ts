import { expect, test } from 'vitest'
import { wrapTitle } from '../handoffs/wrap-title.ts'
import { namedTitle } from './named-title.ts'

const WRAP = wrapTitle('Ben Okafor', Temporal.Instant.from('2026-02-24T16:54:00Z'), 'Europe/Lisbon')

test.each([
  ['a wrap', 'wrap', [WRAP], ['Ben Okafor']],
  ['a check-in', 'checkin', ['Standup, 2026-02-26'], ['Standup']],
  ['found words in the name', 'checkin', ['Stand', 'up', ', 2026-02-26'], ['Stand', 'up']],
  ['found words in the day', 'wrap', ['Ben Okafor, ', 'Tuesday', ' 24 ', 'February'], ['Ben Okafor']],
  ['a check-in with a day in its name', 'checkin', ['Closed, 2026-02-25, 2026-02-26'], ['Closed, 2026-02-25']],
  ['what a person called so', 'thread', ['Release, 2026-02-26'], ['Release, 2026-02-26']],
  ['no name before it', 'checkin', [', 2026-02-26'], [', 2026-02-26']],
])('the day leaves a title that we made of a name and a day: %s', (_why, kind, title, kept) => {
  expect(namedTitle(kind, title.map((text) => ({ text, found: text === 'up' })))).toEqual(kept.map((text) => ({ text, found: text === 'up' })))
})
