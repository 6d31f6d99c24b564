import { countChanges } from '#domain/pages/changes.ts'
import { checkText, checkTitle } from '#domain/pages/limits.ts'
import { summaryOf } from '#domain/pages/summary.ts'
import { attachLinked } from '#server/files/public.ts'
import type { Act } from '#server/platform/act.ts'
import type { SaveKind } from '#server/platform/db/tables/pages.ts'
import { rewordThread } from '#server/threads/public.ts'
import { lockPage } from './queries.ts'
import type { PageRow } from './queries.ts'
import { tellOfPage } from './telling.ts'

type Version = { pageId: string; version: number; title: string; before: string; text: string; how: SaveKind; note: string; restoredFrom?: number | null }

/** Keeps a text that was saved, with how many lines of it are new or gone. */
export async function keepVersion(act: Act, { pageId, version, title, before, text, how, note, restoredFrom = null }: Version): Promise<void> {
  checkText(text)
  const { added, removed } = countChanges(before, text)
  await act.tx.insertInto('page_version').values({
    workspace_id: act.actor.workspaceId, page_id: pageId, version, title, text, by_id: act.actor.personId, at: act.now, how, restored_from: restoredFrom, note, added, removed,
  }).execute()
}

export type NewText = { text: string; title?: string; how: SaveKind; note: string; restoredFrom?: number | null }

/**
 * Makes a text the newest of a page, as the next version: search, links and files follow it, followers hear of it, and people
 * whom it names for the first time are told, unless it is imported. The page is locked until the transaction ends; the caller has asked for the right.
 * @returns the version that it is now; the one before where nothing changed
 * @throws {Refusal} `too_large`, `bad_input` for a title
 */
export async function saveText(act: Act, pageId: string, next: NewText): Promise<number> {
  const row = await lockPage(act, pageId)
  if (!row) throw new Error(`There is no page ${pageId} to save.`)
  return saveOn(act, row, next)
}

/** The same for a page that is locked already. */
export async function saveOn(act: Act, row: PageRow, { text, title: asked, how, note, restoredFrom = null }: NewText): Promise<number> {
  const { entry_id: pageId } = row
  const title = asked?.trim() ?? row.title
  if (text === row.text && title === row.title) return row.version
  checkTitle(title)
  const version = row.version + 1
  await keepVersion(act, { pageId, version, title, before: row.text, text, how, note, restoredFrom })
  await act.tx.updateTable('page').set({ text, version, edited_at: act.now, edited_by: act.actor.personId }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', pageId).execute()
  await rewordThread(act, pageId, { title, body: summaryOf(text), whole: text })
  await attachLinked(act, { entryId: pageId, text })
  if (how !== 'imported') await tellOfPage(act, row, { before: row.text, text })
  await changed(act, row, how === 'imported' ? 'page.changed' : 'page.saved')
  return version
}

type Placed = { entry_id: string; number: number; space_id: string }

/** Says on open pages, and to webhooks, that something about a page is new. */
export async function changed(act: Act, { entry_id, number, space_id }: Placed, kind: 'page.created' | 'page.saved' | 'page.changed' | 'page.moved'): Promise<void> {
  await act.emit({ kind, spaceId: space_id, payload: { entryId: entry_id, number, threadId: entry_id } })
}
