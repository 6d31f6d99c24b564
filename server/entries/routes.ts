import * as contract from '#contract/entries.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { remove, restore } from './commands.ts'
import { drop, read, save } from './drafts.ts'
import { viewEntries, viewEntry, viewNames } from './views.ts'

/** What all kinds of entries share: numbers, lists, deleting with a way back, and drafts. */
export const entries: Feature = {
  name: 'entries',
  routes: [
    on(contract.listEntries, viewEntries), on(contract.readEntry, (act, { number }) => viewEntry(act, number)), on(contract.nameEntries, viewNames),
    on(contract.deleteEntry, remove), on(contract.restoreEntry, restore),
    on(contract.readDraft, read), on(contract.saveDraft, save), on(contract.dropDraft, drop),
  ],
  webhooks: { 'entry.deleted': 'entry.deleted', 'entry.restored': 'entry.restored' },
}
