import { describe, expect, test } from 'vitest'
import { stepsOf } from '../runs/steps.ts'
import { PAGE_KINDS } from './kinds.ts'
import { PAGE_TEMPLATES } from './templates.ts'

describe('templates', () => {
  test('there is one for each kind', () => expect(PAGE_TEMPLATES.map(({ kind }) => kind).toSorted()).toEqual([...PAGE_KINDS].toSorted()))

  test.each(PAGE_TEMPLATES.map((one) => [one.kind, one] as const))('%s: headings in order, whole tables, closed fences, one end of line', (_kind, { text, does, title }) => {
    expect(does).toMatch(/^[A-Z].*\.$/)
    expect(title.length).toBeLessThan(60)
    expect(text.endsWith('\n')).toBe(true)
    expect(text).not.toMatch(/!|[ \t]+$|\t|TODO/m)
    expect(text.match(/^ *```/gm)?.length ?? 0).toSatisfy((fences: number) => fences % 2 === 0)
    expect([...text.matchAll(/^(#+) /gm)].every(([, marks]) => marks === '##')).toBe(true)
    for (const table of text.match(/(?:^\|.*\n)+/gm) ?? []) expect(new Set(table.trimEnd().split('\n').map((line) => line.split('|').length)).size).toBe(1)
  })

  test('the runbook has steps that can be run', () => {
    const steps = stepsOf(PAGE_TEMPLATES.find(({ kind }) => kind === 'runbook')?.text ?? '')
    expect(steps.length).toBeGreaterThan(6)
    expect(steps.some(({ body }) => body.includes('relay status'))).toBe(true)
  })
})
