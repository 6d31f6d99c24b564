/** What a page is for (PRODUCT room 7). `reference` is of no special kind: what a folder of Markdown brings in. */
export const PAGE_KINDS = ['reference', 'runbook', 'context', 'faq', 'process', 'learning', 'memo', 'readme', 'start', 'status'] as const
export type PageKind = (typeof PAGE_KINDS)[number]

const NAMES: Record<PageKind, string> = {
  reference: 'Reference', runbook: 'Runbook', context: 'Project context', faq: 'FAQ', process: 'Process', learning: 'Learning', memo: 'Memo',
  readme: 'Team readme', start: 'Start here', status: 'Status page',
}

/** The kind as people read it. */
export const pageKindName = (kind: PageKind): string => NAMES[kind]

/** Kinds that say how things are done, and so go stale unless somebody looks at them again. Unit: days between two looks. */
export const REVIEW_DAYS: Partial<Record<PageKind, number>> = { runbook: 90, context: 180, faq: 180, process: 180, readme: 90, start: 90 }
