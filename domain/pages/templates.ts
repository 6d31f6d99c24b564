import type { PageKind } from './kinds.ts'

/** What a page of one kind begins with. `does`: what such a page is for, in one sentence. */
export type PageTemplate = { readonly kind: PageKind; readonly does: string; readonly title: string; readonly text: string }

export const PAGE_TEMPLATES: readonly PageTemplate[] = []
