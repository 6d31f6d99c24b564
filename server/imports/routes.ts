import * as contract from '#contract/imports.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { claim } from './claim.ts'
import { begin, finish, send } from './commands.ts'
import { linkPages } from './link-pages.ts'
import { sendPages } from './pages.ts'
import { arrived } from './people.ts'
import { undo } from './undo.ts'
import { preview, viewOneRun, viewPlaceholders, viewRuns } from './views.ts'

/** Bringing in what was written elsewhere, without telling anybody. */
export const imports: Feature = {
  name: 'imports',
  routes: [
    on(contract.beginImport, begin), on(contract.sendConversations, send), on(contract.sendPages, sendPages), on(contract.linkPages, linkPages), on(contract.finishImport, finish), on(contract.undoImport, undo), on(contract.previewImport, preview),
    on(contract.listImports, viewRuns), on(contract.readImport, viewOneRun), on(contract.listPlaceholders, viewPlaceholders), on(contract.claimPlaceholder, claim),
  ],
  listens: { 'people.changed': (act, event) => arrived(act, event.payload?.['personId']) },
}
