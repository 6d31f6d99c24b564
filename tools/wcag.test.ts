import { figure } from '#tools/reliability/figures.test-kit.ts'
import { expect, test } from 'vitest'
import { countsOf, countsSaid, missingFiles, namedTests, readClaims, unclear, unnamed } from './claims.test-kit.ts'

/** How many success criteria WCAG 2.2 has at the levels A and AA. */
const CRITERIA = 55
const { claims, text } = readClaims('docs/accessibility.md', /^\d\.\d\.\d+$/)

test('every criterion of levels A and AA stands in the table once, with tests and files that are there', () => {
  expect(new Set(claims.map(({ id }) => id)).size).toBe(CRITERIA)
  expect(claims).toHaveLength(CRITERIA)
  expect(unclear(claims)).toEqual([])
  expect(namedTests(claims).filter(({ there }) => !there)).toEqual([])
  expect(unnamed(claims)).toEqual([])
  expect(missingFiles(claims)).toEqual([])
})

test('the counts above the table are those of the table', () => {
  const counts = countsOf(claims)
  expect(countsSaid(text)).toEqual(counts)
  const unmet = counts.at(-1) ?? CRITERIA
  figure({ gate: 'G20', what: 'criteria of WCAG 2.2, levels A and AA, that are met or do not apply', value: CRITERIA - unmet, wanted: String(CRITERIA), met: unmet === 0 })
})
