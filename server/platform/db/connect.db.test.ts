import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { describeOnBoth } from './test-db.ts'

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
})
