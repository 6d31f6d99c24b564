import { describe, expect, test } from 'vitest'
import { BODY_BYTES, bodyBytesOf } from './body-limit.ts'
import { saveDraft } from './entries.ts'
import { takeEntries } from './exports.ts'
import { OPERATIONS } from './index.ts'
import { createPage, savePage } from './pages.ts'
import { feedPage } from './runs.ts'
import { postReply } from './threads.ts'

/** What a process may hold of one request without being pushed over by a few of them. Unit: bytes. */
const NEVER_MORE = 20_000_000

describe('a request holds the longest text of its operation, six bytes for each unit', () => {
  test.each([
    ['a page', createPage, 6_065_536], ['a save of one', savePage, 6_065_536], ['an edit that a run proposes', feedPage, 6_065_536], ['a draft', saveDraft, 6_305_536], ['an entry of an export', takeEntries, 15_065_536], ['a reply', postReply, BODY_BYTES],
  ])('%s', (_what, operation, bytes) => expect(bodyBytesOf(operation)).toBe(bytes))

  test('and none takes more than the server can hold, or less than before; whoever is not signed in sends no more than others', () => {
    for (const operation of OPERATIONS) {
      const bytes = bodyBytesOf(operation)
      expect([operation.name, bytes >= BODY_BYTES, bytes <= (operation.needs === 'anyone' ? BODY_BYTES : NEVER_MORE)]).toEqual([operation.name, true, true])
    }
  })
})
