import * as contract from '#contract/pages.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { create } from './create.ts'
import { pageItems } from './items.ts'
import { pageListeners } from './listeners.ts'
import { list, viewTemplates, viewTree } from './lists.ts'
import { move } from './move.ts'
import { save } from './save.ts'
import { viewTrash } from './trash.ts'
import { restoreVersion, viewVersion, viewVersions } from './versions.ts'
import { viewPage } from './views.ts'

/** Pages: written knowledge with its history, its tree, and the talk beside it. */
export const pages: Feature = {
  name: 'pages',
  routes: [
    on(contract.listPages, list), on(contract.pageTree, viewTree), on(contract.pageTemplates, viewTemplates), on(contract.deletedPages, viewTrash), on(contract.readPage, (act, { number }) => viewPage(act, number)),
    on(contract.createPage, create), on(contract.savePage, save), on(contract.movePage, move), on(contract.pageVersions, viewVersions), on(contract.pageVersion, viewVersion), on(contract.restorePageVersion, restoreVersion),
  ],
  webhooks: { 'page.created': 'page.created', 'page.saved': 'page.saved', 'page.moved': 'page.moved' },
  listens: pageListeners, items: pageItems,
}
