import { describe, expect, test } from 'vitest'
import { cyclesIn, graphOf } from './cycles.ts'
import { importsIn } from './imports.ts'
import { wrongWith } from './rules.ts'

const verdict = (from: string, to: string) => wrongWith({ from, to, typeOnly: false, found: true })

describe('a room may import what the design says', () => {
  test.each([
    ['domain/asks/due.ts', 'domain/refusal.ts'],
    ['contract/asks.ts', 'domain/asks/due.ts'],
    ['contract/asks.ts', 'zod'],
    ['server/asks/routes.ts', 'server/platform/act.ts'],
    ['server/asks/routes.ts', 'server/people/public.ts'],
    ['server/asks/routes.ts', 'kysely'],
    ['server/app.ts', 'server/asks/routes.ts'],
    ['server/asks/asks.db.test.ts', 'server/app.test-kit.ts'],
    ['web/asks/AskClock.tsx', 'web/ui/Button.tsx'],
    ['web/app/routes.tsx', 'web/asks/AskPage.tsx'],
    ['cli/check.ts', 'domain/writing/check.ts'],
    ['cli/main.ts', 'node:fs'],
    ['server/demo/seed.ts', 'demo/story.ts'],
    ['tools/start.ts', 'server/platform/db/data-lock.ts'],
  ])('%s → %s', (from, to) => expect(verdict(from, to)).toBeUndefined())
})

describe('and nothing else', () => {
  test.each([
    ['domain/asks/due.ts', 'contract/asks.ts', 'domain may not import contract.'],
    ['domain/asks/due.ts', 'zod', 'domain may not use the package zod.'],
    ['domain/asks/due.ts', 'node:fs', 'domain also runs in the browser'],
    ['contract/asks.ts', 'server/asks/routes.ts', 'contract may not import server.'],
    ['contract/asks.ts', 'kysely', 'contract may not use the package kysely.'],
    ['server/platform/act.ts', 'server/asks/public.ts', 'The platform may not import features.'],
    ['server/asks/routes.ts', 'server/people/queries.ts', 'only its public.ts'],
    ['server/asks/routes.ts', 'web/ui/Button.tsx', 'server may not import web.'],
    ['server/asks/routes.ts', 'server/app.test-kit.ts', 'Only tests'],
    ['web/asks/AskClock.tsx', 'web/people/Hours.tsx', 'link to it by its address'],
    ['web/ui/Button.tsx', 'web/people/Hours.tsx', 'link to it by its address'],
    ['web/asks/AskClock.tsx', 'server/asks/views.ts', 'web may not import server.'],
    ['web/asks/AskClock.tsx', 'node:path', 'web also runs in the browser'],
    ['cli/main.ts', 'server/main.ts', 'cli may not import server.'],
    ['demo/team.ts', 'server/people/public.ts', 'demo may not import server.'],
    ['server/people/views.ts', 'demo/story.ts', 'server may not import demo.'],
  ])('%s → %s', (from, to, says) => expect(verdict(from, to)).toContain(says))

  test('nor what does not exist', () =>
    expect(wrongWith({ from: 'server/app.ts', to: 'server/gone.ts', typeOnly: false, found: false })).toBe('server/gone.ts does not exist.'))
})

describe('every way to import is seen', () => {
  test.each([
    ['static', "import { a } from './a.ts'", 'web/asks/a.ts', false],
    ['for its effect', "import './a.css'", 'web/asks/a.css', false],
    ['of types', "import type { A } from '#domain/a.ts'", 'domain/a.ts', true],
    ['again as an export', "export { a } from '../ui/a.ts'", 'web/ui/a.ts', false],
    ['all of it as an export', "export * from 'zod'", 'zod', false],
    ['on demand', "const load = () => import('./Late.tsx')", 'web/asks/Late.tsx', false],
    ['inside a type', "type A = import('#server/a.ts').A", 'server/a.ts', true],
    ['the old way', "const fs = require('node:fs')", 'node:fs', false],
    ['beside markup', "import { a } from './a.ts'\nexport const B = () => <b role=\"status\">{a}</b>", 'web/asks/a.ts', false],
  ])('%s', (_why, source, to, typeOnly) =>
    expect(importsIn('web/asks/File.tsx', source)).toEqual([{ from: 'web/asks/File.tsx', to, typeOnly }]))

  test('a file that can not be read is an error, not a file without imports', () =>
    expect(() => importsIn('domain/broken.ts', 'import { from')).toThrow('domain/broken.ts can not be read'))
})

describe('cyclesIn', () => {
  test.each([
    ['a straight line', [['a', 'b'], ['b', 'c'], ['a', 'c']], []],
    ['itself', [['a', 'a']], [['a', 'a']]],
    ['a circle behind an entrance', [['a', 'b'], ['b', 'c'], ['c', 'b']], [['b', 'c', 'b']]],
  ] as const)('%s', (_why, edges, cycles) => expect(cyclesIn(graphOf(edges))).toEqual(cycles))
})
