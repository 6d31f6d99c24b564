import { describe, expect, test } from 'vitest'
import type { Gate } from './gate.ts'
import { pageOf, sectionOf, sectionsIn } from './page.ts'
import type { Figure } from './figures.test-kit.ts'

const gate: Gate = { id: 'G5', promise: 'Each thing is told once.', files: ['server/a.db.test.ts'], project: 'db' }
const figure: Figure = { gate: 'G5', what: 'mails lost | told twice', value: 1234.5678, unit: 'ms', wanted: '0', met: false, postgres: '18' }
const head = { date: '2026-11-22', commit: 'abc1234', node: '26.10.0', postgres: '18.4 and 15.9', machine: '2 cores, 24 GB' }
const shown = (id: string, made: string, more: Partial<Gate> = {}) => sectionOf({ gates: [{ ...gate, id, ...more }], figures: [{ ...figure, gate: id }], counts: { passed: 3, failed: 0 }, seconds: 12.4, made })

describe('the report on reliability', () => {
  test('says what was wanted and measured, on which PostgreSQL, and what is not shown', () => {
    expect(shown('G5', 'Made on Monday.', { shortfall: 'Power loss.' })).toBe(`## G5

Each thing is told once.

| what | measured | wanted | met |
|---|---|---|---|
| mails lost \\| told twice (PostgreSQL 18) | 1,230 ms | 0 | **no** |

**Not shown:** Power loss.

Tests: 3 passed, 0 failed, in 12 s. Made on Monday.`)
  })

  test('says so when no test ran, and when no figure was kept', () => {
    const section = sectionOf({ gates: [gate], figures: [], counts: { passed: 0, failed: 0 }, seconds: 1, made: 'Made on Monday.' })
    expect(section).toContain('**No test ran.**')
    expect(section).toContain('No figures were kept')
  })

  test('keeps older sections that were not run again, in the order of the gates', () => {
    const first = pageOf(head, '', new Map([['G10', shown('G10', 'Monday.')], ['G5', shown('G5', 'Monday.')]]))
    const second = pageOf({ ...head, date: '2026-11-23' }, first, new Map([['G6', shown('G6', 'Tuesday.')], ['G10', shown('G10', 'Tuesday.')]]))
    expect([...sectionsIn(second)].map(([id, text]) => [id, text.split(' ').at(-1)])).toEqual([['G5', 'Monday.'], ['G6', 'Tuesday.'], ['G10', 'Tuesday.']])
    expect(second).toContain('Last run: 2026-11-23')
    expect(pageOf({ ...head, date: '2026-11-23' }, second, new Map())).toBe(second)
  })
})
