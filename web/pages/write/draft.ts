import type { GivenTo } from '#contract/operation.ts'
import type { createPage, PageView, savePage } from '#contract/pages.ts'
import type { PageKind } from '#domain/pages/kinds.ts'
import { tagsIn } from '../words.ts'
import { t } from '../../ui/words.ts'

/** A page as it is written; kept as typed, on the device and on the server. */
export type PageDraft = {
  title: string, text: string, kind: PageKind, /** As typed: `deploys, on call`. */ tags: string, spaceId: string | null, parent: number | null, note: string
  /** The version that the text was written on; null for a new page. */
  base: number | null
  /** The title that it had then. */
  baseTitle: string
}

export const NEW_PAGE: PageDraft = { title: '', text: '', kind: 'reference', tags: '', spaceId: null, parent: null, note: '', base: null, baseTitle: '' }

/** A page that stands, as its form begins. */
export const draftFrom = ({ title, text, kind, tags, spaceId, parent, version }: PageView): PageDraft => ({ title, text, kind, tags: tags.join(', '), spaceId, parent, note: '', base: version, baseTitle: title })

export type Wrong = { title?: string, space?: string }

/** What must be mended before it can be saved. */
export const missingIn = ({ title, spaceId }: PageDraft): Wrong => ({ ...(title.trim() === '' && { title: t`Give the page a title.` }), ...(spaceId === null && { space: t`Choose the space that it stands in.` }) })

/** What is sent for a new page. */
export const createdFrom = ({ title, text, kind, tags, parent }: PageDraft, spaceId: string): GivenTo<typeof createPage> => ({ spaceId, kind, title: title.trim(), text, parent, tags: tagsIn(tags) })

/** What is sent of a page that stands: only what differs from it, so that what others changed meanwhile stays theirs. */
export function savedFrom(draft: PageDraft, page: Pick<PageView, 'number' | 'version' | 'kind' | 'tags'>): GivenTo<typeof savePage> {
  const tags = tagsIn(draft.tags)
  return {
    number: page.number, base: draft.base ?? page.version, title: draft.title.trim(), text: draft.text, note: draft.note.trim(),
    ...(draft.kind !== page.kind && { kind: draft.kind }), ...(JSON.stringify(tags) !== JSON.stringify(page.tags) && { tags }),
  }
}

type Beginning = Pick<PageDraft, 'title' | 'text' | 'kind'>

/** A page with a template: its title and text stand in for nothing that somebody wrote, only for another template as it came. */
export function begunWith({ title, text }: Pick<Beginning, 'title' | 'text'>, template: Beginning, templates: readonly Pick<Beginning, 'title' | 'text'>[]): Beginning {
  const before = templates.find((one) => one.text !== '' && text.endsWith(one.text))?.text ?? ''
  const own = text.slice(0, text.length - before.length).trimEnd()
  const titled = title.trim() !== '' && !templates.some((one) => one.title.trim() === title.trim())
  return { kind: template.kind, title: titled ? title : template.title, text: own === '' ? template.text : `${own}\n\n${template.text}` }
}
