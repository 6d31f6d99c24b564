import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeRepository } from '../cli.test-kit.ts'
import { commitsSince } from './git.ts'

const BEN = 'ben@example.com'
let root: string
beforeAll(() => { root = mkdtempSync(join(tmpdir(), 'longhand-git-')) })
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('what was committed on main never stands under a branch that began there', () => {
  const folder = join(root, 'shop')
  makeRepository(folder, [
    { by: BEN, at: '2026-03-23T09:00:00Z', subject: 'Count in cents', files: ['prices/cents.ts'] },
    { by: BEN, at: '2026-03-23T12:00:00Z', subject: 'Show the rate', files: ['web/rate.ts'], branch: 'rates' },
    { by: BEN, at: '2026-03-23T10:00:00Z', subject: 'Round half up', files: ['prices/round.ts'] },
  ])
  const lines = commitsSince(folder, { since: Temporal.Instant.from('2026-03-23T08:00:00Z'), until: null, emails: [BEN] })
  expect(lines.map((line) => line.text)).toEqual(['rates: Show the rate', 'prices: Count in cents; Round half up'])
  const early = commitsSince(folder, { since: Temporal.Instant.from('2026-03-23T08:00:00Z'), until: Temporal.Instant.from('2026-03-23T11:00:00Z'), emails: [BEN] })
  expect(early.map((line) => line.text), 'nothing of what lies after the clock').toEqual(['prices: Count in cents; Round half up'])
})
