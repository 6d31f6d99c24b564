import { describe, expect, test } from 'vitest'
import { faultsIn } from './statements.ts'

const tables = new Set(['workspace', 'person', 'entry', 'reply', 'delivery', 'event', 'instance'])
const words = async (statement: string) => (await faultsIn(statement, tables)).map(({ what }) => what)

describe('a statement that would reach over workspaces is found', () => {
  test.each([
    ['no filter at all', 'select id from entry', ['entry']],
    ['a filter by something else', 'select id from entry where id = $1', ['entry']],
    ['a filter of another table', 'select 1 from entry e, person p where p.workspace_id = $1 and p.id = e.author_id', ['entry']],
    ['a join without the workspace', 'select 1 from entry e join reply r on r.entry_id = e.id where e.workspace_id = $1', ['reply']],
    ['or is no filter for all', 'select id from entry where workspace_id <> $1', ['entry']],
    ['inside of a subquery', 'select 1 from person where workspace_id = $1 and exists (select from entry where author_id = person.id)', ['entry']],
    ['either of two filters', 'select id from entry where workspace_id = $1 or id = $2', ['entry']],
    ['a filter of what is joined where there is one', 'select 1 from entry e left join reply r on r.workspace_id = e.workspace_id and e.workspace_id = $1', ['entry', 'reply']],
    ['a filter inside of a subquery', 'select (select 1 from reply r where r.workspace_id = $1 and r.workspace_id = e.workspace_id) from entry e', ['entry']],
    ['one half of a union', 'select id from entry where workspace_id = $1 union all select id from reply', ['reply']],
    ['an update', 'update entry set title = $1 where id = $2', ['entry']],
    ['a deletion', 'delete from reply', ['reply']],
    ['an insert from everywhere', 'insert into reply (workspace_id, id) select workspace_id, id from entry', ['reply', 'entry']],
    ['an insert without a workspace', 'insert into reply (id) values ($1)', ['reply']],
    ['a function that acts where it runs', 'with w as (insert into event (workspace_id) values ($1) returning seq) select seq, pg_notify($2, $3) from w', ['pg_notify']],
  ])('%s', async (_why, statement, expected) => expect((await words(statement)).toSorted()).toEqual(expected.toSorted()))
})

describe('a statement that stays in one workspace passes', () => {
  test.each([
    ['a filter', 'select id from entry where workspace_id = $1 and id = any($2)'],
    ['a cast', 'select id from entry where workspace_id = $1::uuid'],
    ['a table that is everywhere', 'select secret from instance'],
    ['the workspace itself', 'select name from workspace where id = $1'],
    ['a join by it', 'select 1 from entry e join reply r on r.workspace_id = e.workspace_id and r.entry_id = e.id where e.workspace_id = $1'],
    ['a join with the workspace itself', 'select w.name from person p join workspace w on w.id = p.workspace_id where p.workspace_id = $1'],
    ['a correlated subquery', 'select 1 from person p where p.workspace_id = $1 and exists (select from entry e where e.workspace_id = p.workspace_id)'],
    ['rows that are compared', 'select 1 from entry where (workspace_id, id) = ($1, $2)'],
    ['through what was selected before', 'with n as (select workspace_id, id from delivery where workspace_id = $1) update delivery set state = $2 from n where delivery.workspace_id = n.workspace_id and delivery.id = n.id'],
    ['an insert of rows', 'insert into reply (workspace_id, id) values ($1, $2), ($1, $3)'],
    ['an insert of what is selected there', 'insert into reply (workspace_id, id) select workspace_id, id from entry where workspace_id = $1'],
    ['an insert of lists', 'insert into reply (workspace_id, id) select $1::uuid, n.id from unnest($2::uuid[]) as n (id)'],
    ['a notice on its own', 'select pg_notify($1, $2)'],
  ])('%s', async (_why, statement) => expect(await words(statement)).toEqual([]))
})
