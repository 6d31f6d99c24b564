import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { describeOnBoth } from './db.test-kit.ts'

const instant = (text: string) => Temporal.Instant.from(text)

describeOnBoth('values to and from the database', (on) => {
  test.each([
    ['a moment', '2026-03-29T01:30:00Z'],
    ['a moment with microseconds', '2026-03-29T01:30:00.123456Z'],
    ['a moment before 1970', '1901-12-13T20:45:52Z'],
  ])('%s stays the same', async (_why, text) => {
    const { rows } = await sql<{ at: unknown }>`select ${instant(text)}::timestamptz as at`.execute(on.db)
    expect(rows[0]?.at).toBeInstanceOf(Temporal.Instant)
    expect(String(rows[0]?.at)).toBe(instant(text).toString())
  })

  test('a moment is the same whatever zone the connection shows', async () => {
    const read = await on.db.connection().execute(async (connection) => {
      await sql`set time zone 'Asia/Kathmandu'`.execute(connection)
      const { rows } = await sql<{ at: unknown }>`select ${instant('2026-03-29T01:30Z')}::timestamptz as at`.execute(connection)
      await sql`reset time zone`.execute(connection)
      return String(rows[0]?.at)
    })
    expect(read).toBe('2026-03-29T01:30:00Z')
  })

  test('moments work in insert, where, lists and any()', async () => {
    await on.pool.query('create table moment (at timestamptz, day date)')
    const [first, second] = [instant('2026-03-27T08:00Z'), instant('2026-03-28T08:00Z')]
    await sql`insert into moment values (${first}, ${Temporal.PlainDate.from('2026-03-27')}), (${second}, '2026-03-28')`.execute(on.db)
    const { rows } = await sql<{ day: string }>`select day from moment where at = any(${[second]}::timestamptz[]) and at > ${first}`.execute(on.db)
    expect(rows).toEqual([{ day: '2026-03-28' }])
  })

  test('lists come back as lists of the same', async () => {
    const { rows } = await sql<{ ats: unknown[]; days: unknown; counts: unknown; none: unknown }>`
      select array['2026-03-27 08:00+00'::timestamptz, null] as ats, array['2026-03-27'::date] as days,
        array[1::bigint, 2] as counts, '{}'::bigint[] as none`.execute(on.db)
    expect(rows[0]?.ats.map(String)).toEqual(['2026-03-27T08:00:00Z', 'null'])
    expect(rows[0]).toMatchObject({ days: ['2026-03-27'], counts: [1, 2], none: [] })
  })

  test('a count is a number, and one that a number can not hold is an error', async () => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from generate_series(1, 3)`.execute(on.db)
    expect(rows).toEqual([{ count: 3 }])
    await expect(sql`select 9007199254740993::bigint as n`.execute(on.db)).rejects.toThrow('too large for a number')
    expect((await sql<{ n: number }>`select 1 as n`.execute(on.db)).rows).toEqual([{ n: 1 }])
  })

  test('lists of any length are one parameter of one statement, empty ones included', async () => {
    const among = (names: string[], operator: 'in' | 'not in' = 'in') => on.db.selectFrom('migration').select('name').where('name', operator, names)
    expect(among(['a']).compile().sql).toBe(among(['a', 'b', 'c']).compile().sql)
    const [first = '', second = ''] = (await on.db.selectFrom('migration').select('name').orderBy('name').execute()).map((row) => row.name)
    expect((await among([second, first, 'it, "isn\'t" {there}']).orderBy('name').execute()).map((row) => row.name)).toEqual([first, second])
    expect(await among([]).execute()).toEqual([])
    expect(await among([first, second], 'not in').execute()).toHaveLength((await among([], 'not in').execute()).length - 2)
    const at = instant('2026-03-01T00:00Z')
    expect((await on.db.selectFrom('migration').select('name').where('applied_at', 'in', [at, at.add({ hours: 1 })]).execute()).length).toBeGreaterThan(1)
  })

  test('a pool asks with and without values', async () => {
    for (const n of [1, 2, 3]) expect((await on.pool.query<{ n: number }>('select $1::int as n', [n])).rows).toEqual([{ n }])
    expect((await on.pool.query<{ n: number }>('select 4 as n')).rows).toEqual([{ n: 4 }])
  })

  test('a statement that is asked again is kept ready, and its values are those of each time', async () => {
    await on.db.connection().execute(async (one) => {
      for (const name of ['0001-workspace.sql', 'nothing', '0002-working-time.sql', 'nothing']) {
        const rows = await one.selectFrom('migration').select(['name', 'checksum']).where('name', '=', name).execute()
        expect(rows.map((row) => row.name)).toEqual(name === 'nothing' ? [] : [name])
      }
      const { rows } = await sql<{ n: number }>`select count(*) as n from pg_prepared_statements where statement like '%"checksum" from "migration"%'`.execute(one)
      expect(rows).toEqual([{ n: 1 }])
    })
  })
})
