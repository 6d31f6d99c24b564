import * as contract from '#contract/links.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { viewBacklinks, viewPersonLinks } from './backlinks.ts'
import { fill } from './fill.ts'
import { viewOutgoing } from './outgoing.ts'
import { viewPreview } from './preview.ts'
import { viewSuggestions } from './suggest.ts'
import { viewTitles } from './view-titles.ts'

/** What points at what: both ways, in short, and what could. */
export const links: Feature = {
  name: 'links',
  routes: [on(contract.linksTo, viewBacklinks), on(contract.linksToPerson, viewPersonLinks), on(contract.linksFrom, viewOutgoing), on(contract.previewLink, viewPreview), on(contract.suggestLinks, viewSuggestions), on(contract.findTitles, viewTitles)],
  timers: { 'links.fill': fill },
}
