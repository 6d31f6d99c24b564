import * as contract from '#contract/search.ts'
import * as searches from '#contract/searches.ts'
import { on, onReplica } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { count } from './count.ts'
import { fileListeners, fileTimers } from './files.ts'
import { fill } from './fill.ts'
import { find } from './find.ts'
import { languageTimers, takeLanguage, viewLanguage } from './language.ts'
import { savedItems, savedTimers } from './saved-news.ts'
import { change, drop, list, look, save } from './saved.ts'

/** One search over everything that was written, and the questions that people keep. */
export const search: Feature = {
  name: 'search',
  routes: [
    onReplica(contract.search, find), on(searches.saveSearch, save), on(searches.listSearches, list), on(searches.changeSearch, change), on(searches.dropSearch, drop), on(searches.lookAtSearch, look),
    on(searches.readLanguage, viewLanguage), on(searches.setLanguage, takeLanguage),
  ],
  finders: ['search.count', ...Object.keys(savedTimers)],
  timers: { 'search.count': count, 'search.fill': fill, ...fileTimers, ...savedTimers, ...languageTimers },
  listens: fileListeners,
  items: savedItems,
}
