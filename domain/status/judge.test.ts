import { describe, expect, test } from 'vitest'
import { broken, fine, look, worstFirst } from './finding.ts'
import { judgeBackup, judgeDisk, judgeLate, judgeMode, judgeOpenFiles, judgePath, judgeSkew, judgeVersion } from './judge.ts'
import { said } from '../words/said.ts'
import { judgeZones, olderTable, unknownZones, zoneDifferences } from './zones.ts'

const GB = 1024 ** 3
const at = (text: string) => Temporal.Instant.from(text)
const NOW = at('2026-11-21T12:00:00Z')

describe('what the doctor makes of figures', () => {
  test.each([
    ['PostgreSQL 15', judgeVersion(15), 'ok'], ['PostgreSQL 14', judgeVersion(14), 'broken'],
    ['clocks 1.9 s apart', judgeSkew(-1900), 'ok'], ['clocks 2 s apart', judgeSkew(2000), 'look'], ['clocks half a minute apart', judgeSkew(-30_000), 'broken'],
    ['a database on this machine', judgePath('here'), 'ok'], ['one that is spoken to in secret', judgePath('encrypted'), 'ok'], ['one that others can listen to', judgePath('open'), 'look'],
    ['a roomy disk', judgeDisk('d', 'Disk', { free: 50 * GB, size: 100 * GB }), 'ok'], ['a small empty disk', judgeDisk('d', 'Disk', { free: GB, size: 4 * GB }), 'ok'],
    ['a disk that fills', judgeDisk('d', 'Disk', { free: GB, size: 100 * GB }), 'look'], ['a full disk', judgeDisk('d', 'Disk', { free: 0, size: 100 * GB }), 'broken'],
    ['no backup', judgeBackup(null, NOW), 'look'], ['a backup of the night before last', judgeBackup(at('2026-11-19T12:00:00Z'), NOW), 'ok'], ['one of three nights ago', judgeBackup(at('2026-11-18T12:00:00Z'), NOW), 'look'],
    ['nothing due', judgeLate('t', 'Timers', { waiting: 3, lateS: null }), 'ok'], ['due for a minute', judgeLate('t', 'Timers', { waiting: 3, lateS: 60 }), 'ok'],
    ['due for five minutes', judgeLate('t', 'Timers', { waiting: 1, lateS: 300 }), 'look'], ['due for an hour', judgeLate('t', 'Timers', { waiting: 1, lateS: 3600 }), 'broken'],
    ['many files', judgeOpenFiles(65_536), 'ok'], ['no limit', judgeOpenFiles(null), 'ok'], ['few files', judgeOpenFiles(1024), 'look'],
    ['a private folder', judgeMode('m', 'Rights', { mode: 0o40700, wanted: 0o700, path: '/d' }), 'ok'], ['an open folder', judgeMode('m', 'Rights', { mode: 0o40755, wanted: 0o700, path: '/d' }), 'look'],
  ])('%s', (_what, finding, state) => {
    expect(finding.state).toBe(state)
    expect(finding.says).toMatch(/\.$/)
    expect(finding.next === '').toBe(state === 'ok')
  })

  test('says the worst first', () => {
    expect(worstFirst([fine('a', 'A', 'x'), broken('b', 'B', 'x', 'y'), look('c', 'C', 'x', 'y'), fine('d', 'D', 'x')]).map(({ id }) => id)).toEqual(['b', 'c', 'a', 'd'])
  })
})

describe('tables of time zones are compared', () => {
  const reading = (zone: string, when: string, offset: number) => ({ zone, at: when, offset })
  const ours = [reading('Europe/Berlin', 'a', 60), reading('Europe/Berlin', 'b', 120), reading('Asia/Tokyo', 'a', 540), reading('America/Nuuk', 'a', -120)]

  test('a zone is named once, with the first moment that differs; moments that one table lacks are left out', () => {
    const theirs = [reading('Europe/Berlin', 'a', 0), reading('Europe/Berlin', 'b', 0), reading('Asia/Tokyo', 'a', 540)]
    expect(zoneDifferences(ours, theirs, 'x')).toEqual([{ zone: 'Europe/Berlin', at: 'a', ours: 60, theirs: 0, table: 'x' }])
    expect(unknownZones(ours, theirs)).toEqual(['America/Nuuk'])
  })

  test.each([[[], 'ok', 'Both tables say the same'], [['A/A', 'B/B'], 'look', 'for A/A, B/B.'], [['A/A', 'B/B', 'C/C', 'D/D', 'E/E'], 'look', 'for A/A, B/B, C/C and 2 more.']])('%j unknown ones', (unknown, state, words) => {
    expect(judgeZones('z', { table: 'x', differences: [], unknown, older: null, update: said`Update x.` })).toMatchObject({ state, says: expect.stringContaining(words) })
  })

  describe('the older is the one that does not know of a change', () => {
    /** Noon in the middle of the same months of two years, and on a day on which clocks are moved in one of them alone. */
    const years = (zone: string, ...offsets: [number, number, number, number]) => ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z', '2027-01-15T12:00:00Z', '2027-07-15T12:00:00Z'].map((at, index) => reading(zone, at, offsets[index] ?? 0))
    const before = years('America/Edmonton', -420, -360, -420, -360)
    const after = [...years('America/Edmonton', -420, -360, -360, -360), reading('America/Edmonton', '2026-11-01T12:00:00Z', -360)]
    const moved = [...before, reading('America/Edmonton', '2026-11-01T12:00:00Z', -420), reading('America/Edmonton', '2025-11-01T12:00:00Z', -360)]
    const moon = [years('Africa/Casablanca', 60, 60, 0, 60), years('Africa/Casablanca', 60, 60, 60, 0)] as const

    test.each([
      ['a change that theirs does not know', after, moved, 'theirs'], ['a change that ours does not know', moved, after, 'ours'],
      ['a zone that theirs does not know', [...before, ...years('America/Coyhaique', 0, 0, 0, 0)], before, 'theirs'],
      ['what changes every year in both tells nothing', moon[0], moon[1], null],
      ['beside another that does', [...after, ...moon[0]], [...moved, ...moon[1]], 'theirs'],
      ['both know what the other does not', [...after, ...years('A/A', 0, 0, 0, 0)], [...moved, ...years('A/A', 0, 0, 60, 0)], null],
      ['the same', after, after, null],
    ])('%s', (_why, mine, theirs, older) => expect(olderTable(mine, theirs)).toBe(older))

    test.each([
      ['theirs' as const, 'so x is the older one.', 'Update x.'], ['ours' as const, 'so ours is the older one.', 'Update Longhand and the Node that it runs on'], [null, 'They do not say the same for A/A. ', 'Update whichever is older'],
    ])('%s is said, and what to do', (older, says, next) => {
      expect(judgeZones('z', { table: 'x', differences: [], unknown: ['A/A'], older, update: said`Update x.` })).toMatchObject({ state: 'look', says: expect.stringContaining(says), next: expect.stringContaining(next) })
    })
  })
})
