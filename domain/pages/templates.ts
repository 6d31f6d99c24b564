import type { PageKind } from './kinds.ts'
import { KNOWLEDGE_TEMPLATES } from './templates-knowledge.ts'
import { TEAM_TEMPLATES } from './templates-team.ts'

/** What a page of one kind begins with. `does`: what such a page is for, in one sentence. Text in italics is to be replaced. */
export type PageTemplate = { readonly kind: PageKind; readonly does: string; readonly title: string; readonly text: string }

/** One for each kind, in the order in which they are offered. */
export const PAGE_TEMPLATES: readonly PageTemplate[] = [...KNOWLEDGE_TEMPLATES, ...TEAM_TEMPLATES]
