import type { ItemRow } from './item-queries.ts'

const VERBS: Readonly<Record<string, string>> = {
  ask: 'asks you', 'question-back': 'asks back', answer: 'answered', clarification: 'clarified', mention: 'mentions you', reply: 'replied', thread: 'wrote',
  change: 'announced a change', reminder: 'kept this for later', call: 'is offered a call with you', silence: 'did not answer, so the default holds', overdue: 'has not answered in time',
  urgent: 'asks you urgently', redirect: 'points you to somebody else', page: 'has a page for you', run: 'has a run for you', search: 'found something new',
}

/** What somebody did, after their name. */
export const verbOf = (kind: string): string => VERBS[kind] ?? 'wrote'

/** What names somebody without a word in a text: a part in a decision, a passage of theirs, an ask, a list of must-read. By source. */
const NAMED: Readonly<Record<string, string>> = {
  'decisions.state': 'You get this because you are named in the decision or spoke in it.',
  'decisions.remark': 'You get this because it is about a passage of yours, or answers you.',
  'threads.change': 'You get this because its author wants you to read it.',
  'pages.remark': 'You get this because it is about a page that you mind, or answers you.',
  'pages.settled': 'You get this because you said that it is wrong.',
  'pages.owned': 'You get this because you mind the page from now on.',
}

/** Why somebody gets it: their relation to it, in one sentence. */
export function reasonFor(row: Pick<ItemRow, 'standing' | 'kind' | 'source' | 'urgent'>, spaceName: string): string {
  if (row.urgent) return 'You get this at once because it is urgent.'
  if (row.kind === 'search') return 'You get this because you keep this search in your digest.'
  if (row.kind === 'reminder') return 'You get this because you kept it for later.'
  switch (row.standing) {
    case 'asked': return 'You get this because it asks something of you.'
    case 'mentioned': return NAMED[row.source] ?? (row.source.startsWith('asks.') ? 'You get this because you have a part in the ask.' : 'You get this because it mentions you.')
    case 'following': return 'You get this because you follow the conversation.'
    case 'broadcast': return `You get this because it was said to all of ${spaceName}.`
    case 'muted':
    case 'space': return `You get this because you belong to ${spaceName}.`
  }
}
