import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { auc, crossValidate, fit, intervalOf, scoreOf, seeded, type Example } from './clarity-fit.ts'
import { balanced, communitiesIn, withinCommunities } from './clarity-unseen.ts'

/** Texts whose first feature tells and whose second does not. */
function examples(count: number): Example[] {
  const next = seeded(3)
  return Array.from({ length: count }, (_none, index) => {
    const asked = index % 2 === 0
    return { asked, features: [[0, next() + (asked ? 0.8 : 0)], [1, next()]] }
  })
}
/** The program starts and measures on a small, busy machine. Unit: ms. */
const SLOW_MS = 60_000
const settings = { size: 2, leanings: [], pull: 1 }

describe('the area under the curve', () => {
  test.each([
    [[1, 2, 3, 4], [false, false, true, true], 1],
    [[4, 3, 2, 1], [false, false, true, true], 0],
    [[1, 1, 1, 1], [false, true, false, true], 0.5],
    [[1, 2, 2, 3], [false, false, true, true], 0.875],
  ])('%j %j', (scores, asked, area) => expect(auc(scores, asked)).toBe(area))
})

describe('learning', () => {
  test('finds what tells', () => {
    const { weights: [telling = 0, other = 0] } = fit(examples(200), settings)
    expect(telling).toBeGreaterThan(2)
    expect(Math.abs(other)).toBeLessThan(1)
  })
  test('stays near what was expected where the pull is strong', () => {
    const { weights } = fit(examples(20), { size: 2, leanings: [-1, 0.5], pull: 1e6 })
    expect(weights.map((weight) => Math.round(weight * 1000) / 1000)).toEqual([-1, 0.5])
  })
  test('gives the same model again', () => expect(fit(examples(40), settings)).toEqual(fit(examples(40), settings)))
})

describe('cross-validation', () => {
  test('tells what was learned from what is chance', () => {
    const all = examples(120)
    const asked = all.map((one) => one.asked)
    const learned = crossValidate(asked, (seen) => {
      const model = fit(seen.flatMap((index) => all[index] ?? []), settings)
      return (index) => scoreOf(model, all[index]?.features ?? [])
    })
    expect(learned.auc).toBeGreaterThan(0.85)
    expect(learned.low).toBeLessThan(learned.auc)
    expect(learned.high).toBeGreaterThan(learned.auc)
    const next = seeded(5)
    const { low, high } = intervalOf(asked.map(() => next()), asked)
    expect(low).toBeLessThan(0.5)
    expect(high).toBeGreaterThan(0.45)
  })
})

describe('communities never seen', () => {
  test('openers are put together from the lines of one person', () => {
    const logs: Record<string, string[]> = {
      'dev/2001.raw.txt': ['[10:00] <ada> hello', '[10:01] <ben> hi', '[10:02] <ada> how do I print?'],
      'new-domains/bakery.0.ascii.txt': ['bakery 2001-02-03 [10:00:01] <cy> why is it flat? '],
    }
    expect(communitiesIn('# dev/2001.raw.txt\n1,3 asked\n# new-domains/bakery.0.ascii.txt\n1\n', (file) => logs[file] ?? [])).toEqual([
      { name: 'ubuntu', posts: [{ text: 'hello\nhow do I print?', asked: true }] }, { name: 'bakery', posts: [{ text: 'why is it flat?', asked: false }] },
    ])
  })
  test('only texts of the same community are compared', () => {
    const high = { scores: [9, 8, 7], asked: [true, false, false] }
    const low = { scores: [3, 2, 1], asked: [true, false, false] }
    expect(withinCommunities([high, low])).toEqual({ auc: 1, low: 1, high: 1 })
  })
  test('a community that asks seldom is learned from evenly', () => {
    const posts = Array.from({ length: 20 }, (_none, index) => ({ text: `${index}`, asked: index < 4 }))
    const even = balanced(posts)
    expect(even.filter((post) => post.asked)).toHaveLength(4)
    expect(new Set(even.map((post) => post.text)).size).toBe(8)
  })
})

describe('npm run bench -- clarity', () => {
  const run = (args: string[]) => spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), 'clarity', ...args], { encoding: 'utf8', env: { ...process.env, LONGHAND_CORPUS: '' } })

  test('says where it finds texts when it has none', () => {
    expect(run([])).toMatchObject({ status: 0, stdout: 'Whether a text will draw a question was not measured: give the folder that holds A-clarity/clarity.jsonl with --corpus or LONGHAND_CORPUS.\n' })
  }, SLOW_MS)

  test('measures what it is given', () => {
    const folder = mkdtempSync(join(tmpdir(), 'longhand-clarity-'))
    mkdirSync(join(folder, 'A-clarity'))
    const posts = Array.from({ length: 20 }, (_none, index) => index % 2 === 0
      ? { label: 'needs_clarification', text: `My export number ${index} fails with an error. Any ideas?` } : { label: 'clear', text: `How does the export choose the rows of client ${index}, by date or by name?` })
    writeFileSync(join(folder, 'A-clarity/clarity.jsonl'), posts.map((post) => JSON.stringify(post)).join('\n'))
    const { status, stdout } = run(['--corpus', folder, '--out', '-'])
    rmSync(folder, { recursive: true })
    expect(status).toBe(0)
    expect(stdout).toContain('| the check: leanings, moved by what was counted | 1.00 |')
    expect(stdout).toContain('| page | 0 % | – | – | – |')
  }, SLOW_MS)
})
