import type { FocusNow } from '#contract/attention.ts'
import type { PersonView } from '#contract/people.ts'
import type { PromptView } from '#contract/checkins.ts'
import pc from 'picocolors'
import { describe, expect, test } from 'vitest'
import { UsageError } from '../errors.ts'
import { diffText } from './agreement.ts'
import { answersFrom, withOwner } from './checkins.ts'
import { focusText, minutesFrom } from './focus.ts'
import { peopleTable } from './people.ts'

const reader = { zone: 'Europe/Berlin', now: Temporal.Instant.from('2026-03-24T08:00:00Z') }

describe('people', () => {
  const person = (name: string, over: Partial<PersonView>): PersonView => ({
    id: name, name, role: 'member', state: 'active', zone: 'Europe/Berlin', availability: 'Works until 17:00', nextWorkingMoment: '2026-03-24T08:00:00Z', working: true, teamRoles: [],
    calendar: { periods: [], holidays: [], absences: [], given: [], taken: [] }, ...over,
  })
  test('who works now stands first, then who starts next; who left is not shown', () => {
    const people = [
      person('Zoe', { working: false, nextWorkingMoment: null }), person('Ana', { working: false, nextWorkingMoment: '2026-03-25T08:00:00Z' }),
      person('Mei', { working: false, nextWorkingMoment: '2026-03-24T12:00:00Z' }), person('Ben', {}), person('Old', { state: 'deactivated' }),
    ]
    expect(peopleTable(people, reader, 90).trimEnd().split('\n').map((line) => line.slice(0, 26).trimEnd())).toEqual(['Ben  works now', 'Mei  from 13:00', 'Ana  from tomorrow 09:00', 'Zoe  no hours set'])
  })
})

describe('focus', () => {
  const until = (endsAt: string): FocusNow => ({ now: { id: 'f-1', what: 'migration', startedAt: '2026-03-24T08:00:00Z', endsAt, held: 6 }, ended: null, next: null, announcement: null })
  test.each([
    ['as long as it was asked for', '2026-03-24T09:30:00Z', 90, 'In focus until 10:30: migration. 6 held.\n'],
    ['longer, since another block runs', '2026-03-24T10:30:00Z', 90, 'In focus until 11:30, since another block of yours runs until then: migration. 6 held.\n'],
    ['looked at later', '2026-03-24T10:30:00Z', null, 'In focus until 11:30: migration. 6 held.\n'],
  ])('%s', (_why, endsAt, asked, words) => expect(focusText(until(endsAt), reader, { ended: false, asked })).toBe(words))
  test('what is no length says how focus is ended', () => {
    try { minutesFrom('off') } catch (error) { expect((error as UsageError).next).toContain('`longhand focus --end` ends the focus that runs.') }
    expect(() => minutesFrom('off')).toThrow(UsageError)
  })
})

describe('check-ins by key', () => {
  const questions = [{ key: 'today', text: 'Today?', required: true }, { key: 'blockers', text: 'Blocked?', required: false }]
  const prompt = { form: { questions }, prefill: [{ key: 'blockers', text: 'None', source: 7 }] } as unknown as PromptView
  test('what was written goes before what the wrap says; the wrap fills the rest, with its source', () => {
    expect(answersFrom(prompt, ['today=a = b'])).toEqual([{ key: 'today', text: 'a = b', source: null }, { key: 'blockers', text: 'None', source: 7 }])
    expect(answersFrom(prompt, ['blockers=Staging'])).toEqual([{ key: 'blockers', text: 'Staging', source: null }])
  })
  test('who is asked is asked of the blocker; without one nobody can be', () => {
    const ask = { to: 'mei', needBy: null }
    expect(withOwner(answersFrom(prompt, ['today=a']), ask)).toEqual([{ key: 'today', text: 'a', source: null }, { key: 'blockers', text: 'None', source: 7, ask }])
    expect(() => withOwner([{ key: 'today', text: 'a', source: null }], ask)).toThrow(UsageError)
  })
  test.each([['tomorrow=x'], ['x'], ['=x']])('%s answers no question', (given) => expect(() => answersFrom(prompt, [given])).toThrow(UsageError))
})

describe('what a file would change', () => {
  const line = (kind: 'same' | 'added' | 'removed', text: string) => ({ kind, text })
  const same = (count: number) => Array.from({ length: count }, (_none, index) => line('same', `line ${index}`))
  test('nothing is a sentence', () => expect(diffText({ changed: false, lines: same(3), settings: [] }, pc.createColors(false))).toBe('Nothing would change.\n'))
  test('changes stand with three lines around them, then the settings', () => {
    const text = diffText({ changed: true, lines: [...same(9), line('removed', 'grace: 30'), line('added', 'grace: 45'), ...same(9)], settings: [{ path: 'handoff.grace_minutes', before: '30', after: '45' }] }, pc.createColors(false))
    expect(text.split('\n')).toEqual(['  line 6', '  line 7', '  line 8', '- grace: 30', '+ grace: 45', '  line 0', '  line 1', '  line 2', '  …', '', 'Settings that change:', '  handoff.grace_minutes: 30 → 45', ''])
  })
})
