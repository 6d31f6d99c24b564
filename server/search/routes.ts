import * as contract from '#contract/search.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { count } from './count.ts'
import { fill } from './fill.ts'
import { find } from './find.ts'

/** One search over everything that was written. */
export const search: Feature = {
  name: 'search',
  routes: [on(contract.search, find)],
  timers: { 'search.count': count, 'search.fill': fill },
}
