import { afterEach, expect, test } from 'vitest'
import { statementName, traced, tracedStatement, traceparent, traceWith } from './trace.ts'
import type { Begun } from './trace.ts'

const begun: { name: string; parent: string | null; failed?: string }[] = []
const starter = (name: string, { parent }: Begun) => {
  const kept: (typeof begun)[number] = { name, parent: typeof parent === 'string' ? parent : parent?.traceparent ?? null }
  begun.push(kept)
  return { traceparent: name, fail: (kind: string) => { kept.failed = kind }, end: () => undefined }
}
let stop = () => {}
afterEach(() => { stop(); begun.length = 0 })

test('work runs as it is where nothing is traced', async () => {
  expect(await traced('a', async () => traceparent())).toBeNull()
  expect(begun).toEqual([])
})

test('what happens inside hangs below, also side by side; statements are named without values', async () => {
  stop = traceWith(starter)
  await Promise.all(['a', 'b'].map((name) => traced(name, async () => {
    await new Promise(setImmediate)
    tracedStatement('select "x" from "person" where "name" = $1', 1)
  }, { from: 'remote' })))
  expect(begun).toEqual([{ name: 'a', parent: 'remote' }, { name: 'b', parent: 'remote' }, { name: 'select person', parent: 'a' }, { name: 'select person', parent: 'b' }])
})

test('an error is named by its kind alone, and goes on', async () => {
  stop = traceWith(starter)
  await expect(traced('a', () => Promise.reject(new RangeError('canary')))).rejects.toThrow('canary')
  expect(begun).toEqual([{ name: 'a', parent: null, failed: 'RangeError' }])
})

test.each([
  ['select "a" from "person" as "p" where "a" = $1', 'select person'], ['insert into "delivery" ("id") values ($1)', 'insert delivery'], ['update "timer" set "x" = $1', 'update timer'],
  ['delete from timer where x', 'delete timer'], ['with n as (select 1 from a) select 2', 'with a'], ['begin', 'statement'],
])('%s is called %s', (sql, name) => expect(statementName(sql)).toBe(name))
