import { expect, inject, test } from 'vitest'
import { onlyReadByNewest } from './understood.test-kit.ts'

test('a statement that only the newest PostgreSQL reads is named; one about a table of a test’s own is not', async () => {
  const servers = inject('postgres')
  const wrong = await onlyReadByNewest(servers, ['select any_value(id) from workspace', 'select name from workspace where id = $1', 'select name from a_table_of_a_test'])
  expect(wrong).toEqual(servers.length < 2 ? [] : [expect.stringMatching(/^PostgreSQL 15 does not read what 18 does \(function any_value\(uuid\) does not exist\): select any_value/)])
})
