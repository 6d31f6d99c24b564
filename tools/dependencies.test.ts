import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

test('each run-time dependency has its place in decision 0017, and none is there that we do not have', () => {
  const rows = read('docs/decisions/0017-direct-dependencies.md').split('\n').filter((line) => line.startsWith('| '))
  const told = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
  expect(told.toSorted()).toEqual(Object.keys(dependencies).toSorted())
})
