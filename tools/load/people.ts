import { randomUUID } from 'node:crypto'
import { freshToken } from '#server/platform/auth/tokens.ts'
import type pg from 'pg'
import { NOW } from '#tools/bench/seed.ts'
import type { Seeded } from '#tools/bench/seed.ts'

/** So many spaces each of the added people has joined. */
const JOINED = 8

/** Adds people, like those who are there, until there are so many, and signs everybody in. Returns a token of each. */
export async function manyPeople(client: pg.Client, { workspaceId, peopleIds }: Seeded, many: number): Promise<string[]> {
  const more = Array.from({ length: Math.max(0, many - peopleIds.length) }, () => randomUUID())
  const values = [workspaceId, more, peopleIds[1]]
  await client.query(`insert into person (workspace_id, id, name, email, role, state, zone, created_at, password_hash, deactivated_at)
    select $1::uuid, m.id, 'Listener ' || m.n, m.id || '@example.com', p.role, p.state, p.zone, p.created_at, null, null from unnest($2::uuid[]) with ordinality m(id, n), person p where p.workspace_id = $1 and p.id = $3::uuid`, values)
  await client.query(`insert into work_period (workspace_id, person_id, from_date, zone, anchor, weeks, created_at)
    select $1::uuid, m.id, p.from_date, p.zone, p.anchor, p.weeks, p.created_at from unnest($2::uuid[]) m(id), work_period p where p.workspace_id = $1 and p.person_id = $3::uuid`, values)
  await client.query(`insert into space_member (workspace_id, space_id, person_id, joined_at)
    select $1::uuid, s.id, m.id, s.created_at from unnest($2::uuid[]) with ordinality m(id, n) cross join lateral (select id, created_at from space where workspace_id = $1 and name like 'Space %' order by md5(id::text || m.n) limit ${JOINED}) s`, values.slice(0, 2))
  const people = [...peopleIds.slice(0, many), ...more]
  const tokens = people.map(() => freshToken('session', workspaceId))
  await client.query(`insert into credential (workspace_id, id, person_id, kind, secret_hash, scopes, created_at, last_used_at)
    select $1, c.id, c.person, 'session', c.hash, '{}', $5, $5 from unnest($2::uuid[], $3::uuid[], $4::bytea[]) c(id, person, hash)`, [workspaceId, people.map(() => randomUUID()), people, tokens.map(({ hash }) => hash), NOW])
  await client.query('analyze person, work_period, space_member, credential')
  return tokens.map(({ token }) => token)
}
