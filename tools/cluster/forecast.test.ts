import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { costs, forecast, table } from './forecast.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/benchmarks.md'), 'utf8')

test('a forecast takes its costs from the benchmarks, and grows with the people', () => {
  const [few, many] = [1000, 1_000_000].map((people) => forecast(people, costs(page)))
  expect(few).toMatchObject({ processes: 2, nodes: 1 })
  expect(many?.requestsS).toBeCloseTo((few?.requestsS ?? 0) * 1000, 3)
  expect(many?.processors).toBeGreaterThan(20 * (few?.processors ?? 0))
  expect(few?.waitMs).toBeGreaterThanOrEqual(many?.waitMs ?? 0)
  expect(table(page).split('\n')).toHaveLength(7)
})

test('a forecast without a cost says which one it misses', () => {
  expect(() => forecast(1000, new Map())).toThrow('says nothing of read a thread of 100 replies')
})
