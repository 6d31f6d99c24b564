import { said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import type { ItemRow } from './item-queries.ts'

const DOINGS: Readonly<Record<string, (name: string) => Said>> = {
  ask: (name) => said`${name} asks you`, 'question-back': (name) => said`${name} asks back`, answer: (name) => said`${name} answered`, clarification: (name) => said`${name} clarified`,
  mention: (name) => said`${name} mentions you`, reply: (name) => said`${name} replied`, change: (name) => said`${name} announced a change`, reminder: (name) => said`${name} kept this for later`,
  call: (name) => said`${name} is offered a call with you`, silence: (name) => said`${name} did not answer, so the default holds`, overdue: (name) => said`${name} has not answered in time`,
  urgent: (name) => said`${name} asks you urgently`, redirect: (name) => said`${name} points you to somebody else`, page: (name) => said`${name} has a page for you`,
  run: (name) => said`${name} has a run for you`, search: (name) => said`${name} found something new`,
}

/** Who did what, above what they wrote. */
export const doingOf = (kind: string, name: string): Said => DOINGS[kind]?.(name) ?? said`${name} wrote`

/** What names somebody without a word in a text: a part in a decision, a passage of theirs, an ask, a list of must-read. By source. */
const NAMED: Readonly<Record<string, Said>> = {
  'decisions.state': said`You get this because you are named in the decision or spoke in it.`,
  'decisions.remark': said`You get this because it is about a passage of yours, or answers you.`,
  'threads.change': said`You get this because its author wants you to read it.`,
  'pages.remark': said`You get this because it is about a page that you mind, or answers you.`,
  'pages.settled': said`You get this because you said that it is wrong.`,
  'pages.owned': said`You get this because you mind the page from now on.`,
}

/** Why somebody gets it: their relation to it, in one sentence. */
export function reasonFor(row: Pick<ItemRow, 'standing' | 'kind' | 'source' | 'urgent'>, spaceName: string): Said {
  if (row.urgent) return said`You get this at once because it is urgent.`
  if (row.kind === 'search') return said`You get this because you keep this search in your digest.`
  if (row.kind === 'reminder') return said`You get this because you kept it for later.`
  switch (row.standing) {
    case 'asked': return said`You get this because it asks something of you.`
    case 'mentioned': return NAMED[row.source] ?? (row.source.startsWith('asks.') ? said`You get this because you have a part in the ask.` : said`You get this because it mentions you.`)
    case 'following': return said`You get this because you follow the conversation.`
    case 'broadcast': return said`You get this because it was said to all of ${spaceName}.`
    case 'muted':
    case 'space': return said`You get this because you belong to ${spaceName}.`
  }
}
