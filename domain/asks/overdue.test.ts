import { describe, expect, test } from 'vitest'
import { changeAsk } from './change-ask.ts'
import type { AskKind } from './kinds.ts'
import { nextEscalation } from './overdue.ts'
import type { EscalationPath, PathPeople } from './overdue.ts'
import { checkNotSilent, isSilent, silentAt } from './silent.ts'
import { asked, tuesday, works } from './asks.test-kit.ts'

const PATH: EscalationPath = { personIds: ['mei', 'nora'], role: { name: 'On call', holderIds: ['ben', 'kim'] }, stepMinutes: 60 }
/** Nora works 13:00 to 21:00 UTC, Ben 08:00 to 16:00, Kim 01:00 to 09:00. */
const people: PathPeople = {
  calendars: new Map([['nora', works('America/New_York')], ['ben', works('Europe/Berlin')], ['kim', works('Asia/Manila')]]),
  mayHear: new Set(['mei', 'nora', 'ben', 'kim', 'ana']),
}
const overdue = (kind: AskKind = 'answer', urgent = false) => changeAsk({ ...asked(tuesday('01:00')), kind, urgent }, { kind: 'due' }, tuesday('05:00')).ask
const told = (escalatedTo: (string | null)[], at: string, urgent = false) => ({ ...overdue('answer', urgent), state: 'escalated' as const, escalatedTo, escalatedAt: tuesday(at) })
const words = (found: ReturnType<typeof nextEscalation>) => found === null ? null : `${found.personId ?? 'space'} ${found.at.toString().slice(11, 16)}`

describe('whom an overdue ask reaches next', () => {
  test.each<[string, ReturnType<typeof told> | ReturnType<typeof overdue>, string | null]>([
    ['the first of the path at once, without the answerer', overdue(), 'nora 05:00'],
    ['then who holds the role and works, after her working hour', told(['nora'], '05:00'), 'ben 14:00'],
    ['urgent: after an hour of the wall, and who works then', told(['nora'], '05:00', true), 'kim 06:00'],
    ['then the space', told(['nora', 'ben'], '08:00'), 'space 09:00'],
    ['then nobody', told(['nora', 'ben', null], '09:00'), null],
    ['not before it is overdue', { ...asked(tuesday('01:00')) } as ReturnType<typeof overdue>, null],
    ['nobody for feedback without a decision', overdue('feedback'), null],
  ])('%s', (_why, ask, next) => {
    expect(words(nextEscalation(ask, PATH, people))).toBe(next)
  })

  test.each<[string, EscalationPath, Partial<PathPeople>, string]>([
    ['an empty path: the space', { personIds: [], role: null, stepMinutes: 60 }, {}, 'space 05:00'],
    ['nobody of it may hear of it: the space', PATH, { mayHear: new Set(['mei']) }, 'space 05:00'],
    ['nobody of the role works: the space', { ...PATH, personIds: [], role: { name: 'On call', holderIds: ['nora'] } }, {}, 'space 05:00'],
    ['the asker is left out', { ...PATH, personIds: ['ana'] }, {}, 'kim 05:00'],
  ])('%s', (_why, path, more, next) => {
    expect(words(nextEscalation(overdue(), path, { ...people, ...more }))).toBe(next)
  })

  test('whom the path gained meanwhile is told too, and nobody twice', () => {
    expect(words(nextEscalation(told(['nora'], '05:00', true), { ...PATH, personIds: ['nora', 'kim'] }, people))).toBe('kim 06:00')
  })
})

describe('silence', () => {
  const go = asked(tuesday('01:00'), { silentDefault: 'We merge it.' })
  test('counts at the shown time, opened or not', () => {
    expect([tuesday('04:59'), tuesday('05:00')].map((now) => isSilent(go, now))).toEqual([false, true])
    expect(isSilent(changeAsk(go, { kind: 'see', by: 'mei' }, tuesday('02:00')).ask, tuesday('05:00'))).toBe(true)
  })
  test('says nothing where nobody wrote what it means, but for concerns only', () => {
    expect(silentAt(asked(tuesday('01:00')))).toBeNull()
    expect(silentAt(asked(tuesday('01:00'), { kind: 'fyi' }))).toEqual(tuesday('05:00'))
  })
  test('waits while a question is with the asker', () => {
    const back = changeAsk(go, { kind: 'ask_back', by: 'mei', question: 'Which?', time: { working: works('Asia/Manila'), counted: works('Asia/Manila') } }, tuesday('02:00')).ask
    expect([silentAt(back), isSilent(back, tuesday('23:00'))]).toEqual([null, false])
  })
  test('an answer afterwards is told why it is too late', () => {
    expect(() => checkNotSilent(go, tuesday('05:00'))).toThrow('Silence counted as an answer: We merge it.')
    expect(() => checkNotSilent(go, tuesday('04:59'))).not.toThrow()
  })
})
