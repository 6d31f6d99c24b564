import { describe, expect, test } from 'vitest'
import { stepsOf } from '#domain/runs/steps.ts'
import { STORY_PAGES } from './pages.ts'

describe('the pages of the demo team', () => {
  test.each(STORY_PAGES.map((page) => [page.title, page] as const))('%s: each edit finds its words, in the order of time, by somebody of its space', (_title, { text, edits, at, verify }) => {
    let [now, when] = [text, at]
    for (const { change: [from, to], at: moment, note } of edits) {
      expect(now.split(from)).toHaveLength(2)
      expect(moment > when && note !== '').toBe(true)
      now = now.replace(from, () => to)
      when = moment
    }
    expect(now.endsWith('\n')).toBe(true)
    expect(now).not.toMatch(/[ \t]+$|TODO|!\s/m)
    if (verify) expect(verify.at > at).toBe(true)
  })
  test('a page stands under one that was written before it', () => {
    const written = new Map(STORY_PAGES.map((page) => [page.key, page]))
    for (const { under, at, in: space } of STORY_PAGES) if (under !== undefined) expect(written.get(under)).toMatchObject({ in: space, at: expect.toSatisfy((before: string) => before < at) })
  })
  test('its runbooks have steps that can be run', () => {
    for (const page of STORY_PAGES.filter(({ kind }) => kind === 'runbook')) expect(stepsOf(page.text).length).toBeGreaterThanOrEqual(4)
  })
})
