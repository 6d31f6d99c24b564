import { figure } from '#tools/reliability/figures.test-kit.ts'
import { expect, test } from 'vitest'
import { countsOf, countsSaid, missingFiles, namedTests, readClaims, unclear, unnamed } from './claims.test-kit.ts'

/** How many requirements ASVS 5.0.0 has at the levels 1 and 2. */
const REQUIREMENTS = 253
const { claims, text } = readClaims('docs/security-asvs.md', /^V\d+\.\d+\.\d+$/)

test('every requirement of levels 1 and 2 stands in the table once, with how it is met or what comes next', () => {
  expect(new Set(claims.map(({ id }) => id)).size).toBe(REQUIREMENTS)
  expect(claims).toHaveLength(REQUIREMENTS)
  expect(unclear(claims)).toEqual([])
})

test('every test and every file that is named is there', () => {
  const named = namedTests(claims)
  expect(named.length).toBeGreaterThan(80)
  expect(named.filter(({ there }) => !there)).toEqual([])
  expect(unnamed(claims)).toEqual([])
  expect(missingFiles(claims)).toEqual([])
})

test('the counts above the table are those of the table', () => {
  const counts = countsOf(claims)
  expect(countsSaid(text)).toEqual(counts)
  const unmet = counts.at(-1) ?? REQUIREMENTS
  figure({ gate: 'G19', what: 'requirements of ASVS 5.0.0, levels 1 and 2, that are met or do not apply', value: REQUIREMENTS - unmet, wanted: String(REQUIREMENTS), met: unmet === 0 })
})
