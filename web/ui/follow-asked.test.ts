import { expect, test } from 'vitest'
import { followAsked } from './follow-asked.ts'

const now = Temporal.Instant.from('2026-03-24T08:00:00Z')

test('a mute until tomorrow ends before the shift', () => expect(followAsked('mute-tomorrow', now, 'Europe/Berlin')).toEqual({ follow: 'muted', until: '2026-03-25T05:00:00Z' }))
