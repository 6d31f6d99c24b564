import { OPERATIONS } from '#contract/index.ts'
import { changes } from '#contract/operation.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'

const camel = (name: string): string => name.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase())
const refusedKeys = (operation: AnyOperation, input: Record<string, unknown>): string[] => {
  const read = operation.input.safeParse(input)
  return read.success ? [] : read.error.issues.flatMap((issue) => issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [])
}

describeOnNewest('past/23: columns that nobody may send', (on) => {
  test('each name of a column that an operation does not ask for is refused, in both spellings', async () => {
    const { rows } = await sql<{ name: string }>`select distinct column_name as name from information_schema.columns where table_schema = 'public'`.execute(on.db)
    const names = [...new Set(rows.flatMap(({ name }) => [name, camel(name)]))]
    expect(names.length).toBeGreaterThan(200)
    const taken = OPERATIONS.flatMap((operation) => {
      const foreign = names.filter((name) => !Object.hasOwn(operation.input.shape, name))
      const refused = new Set(refusedKeys(operation, Object.fromEntries(foreign.map((name) => [name, 'x']))))
      return foreign.filter((name) => !refused.has(name)).map((name) => `${operation.name}: ${name}`)
    })
    expect(taken).toEqual([])
  })
})

/** Every object inside a schema, with the way to it. */
function objectsIn(schema: z.core.$ZodType, path: string): { path: string; strict: boolean }[] {
  const def = schema._zod.def as { type: string; shape?: Record<string, z.core.$ZodType>; catchall?: z.core.$ZodType } & Record<string, unknown>
  const inside = (key: string): { path: string; strict: boolean }[] => [def[key]].flat().flatMap((one) => one && typeof one === 'object' && '_zod' in one ? objectsIn(one as z.core.$ZodType, path) : [])
  const own = def.type === 'object' ? [{ path, strict: def.catchall?._zod.def.type === 'never' }] : []
  const fields = Object.entries(def.type === 'object' ? def.shape ?? {} : {}).flatMap(([name, field]) => objectsIn(field, `${path}.${name}`))
  return [...own, ...fields, ...['innerType', 'element', 'options', 'items', 'in', 'out', 'left', 'right', 'valueType'].flatMap(inside)]
}

describe('past/23: what is sent inside', () => {
  test.each(OPERATIONS.filter(changes).map((operation) => [operation.name, operation] as const))('%s takes no unknown keys, however deep', (name, operation) => {
    expect(objectsIn(operation.input, name).filter(({ strict }) => !strict).map(({ path }) => path)).toEqual([])
  })
})
