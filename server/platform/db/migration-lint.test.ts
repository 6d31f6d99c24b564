import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lintMigration } from './migration-lint.ts'
import { readMigrations } from './migrate.ts'

const migrations = readMigrations(join(import.meta.dirname, 'migrations'))

describe('our migrations lose no data', () => {
  test('there are some', () => expect(migrations.length).toBeGreaterThan(0))
  test.each(migrations)('$name', ({ sql }) => expect(lintMigration(sql)).toEqual([]))
})

describe('a migration is refused for', () => {
  test.each([
    ['truncate', 'truncate entry', 'TRUNCATE'],
    ['truncate after another statement', 'create table a (id uuid);\n  TRUNCATE TABLE entry', 'TRUNCATE'],
    ['drop cascade', 'drop table entry\n  cascade', 'CASCADE'],
    ['dropping a column with cascade', 'alter table entry drop column text cascade', 'CASCADE'],
    ['delete without where', 'delete from entry', 'DELETE'],
    ['serial', 'create table a (id serial primary key)', '32 bits'],
    ['an integer primary key', 'create table a (number integer primary key)', '32 bits'],
    ['an integer identity', 'create table a (n int generated always as identity)', '32 bits'],
    ['an integer reference', 'create table a (person_id int4 not null)', '32 bits'],
    ['turning an id into an integer', 'alter table a alter column id type int', '32 bits'],
    ['its own transaction', 'commit', 'one transaction'],
    ['a function of PostgreSQL 18', 'alter table a alter column id set default uuidv7()', 'PostgreSQL 15'],
    ['a virtual column', 'create table a (b text, c text generated always as (lower(b)) virtual)', 'PostgreSQL 15'],
  ])('%s', (_why, sql, says) => expect(lintMigration(sql).join(' ')).toContain(says))
})

describe('a migration may', () => {
  test.each([
    ['delete some rows', "delete from entry where state = 'draft'"],
    ['name these things in comments and texts', "-- truncate entry\n/* drop table x cascade */ comment on table a is 'truncate; delete from it'"],
    ['use 64-bit ids and small numbers', 'create table a (id bigint primary key, weekday smallint not null, position integer)'],
    ['delete what a row owns', 'create table a (b uuid references c (id) on delete cascade)'],
  ])('%s', (_why, sql) => expect(lintMigration(sql)).toEqual([]))
})
