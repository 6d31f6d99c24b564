import { isDeepStrictEqual } from 'node:util'
import type { InputOf } from '#contract/operation.ts'
import type { Saved, savePage } from '#contract/pages.ts'
import { mergedText, mergeField, mergeTexts } from '#domain/pages/merge.ts'
import type { Stretch } from '#domain/pages/merge.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { json } from '#server/platform/db/columns.ts'
import { namesOf } from '#server/people/public.ts'
import { follows } from '#server/threads/public.ts'
import { tagsOf } from './insert.ts'
import { changed, saveOn } from './keep.ts'
import { pageForChange } from './queries.ts'
import type { PageRow } from './queries.ts'
import { viewPage } from './views.ts'

type Asked = InputOf<typeof savePage>
type Joined = { title: string; titleClash: boolean; stretches: Stretch[]; withByNames: string[] }

/**
 * Saves a page as its writer has it, joined with what others saved since they read it. Where both changed the same words
 * nothing is saved, and both sides come back.
 */
export async function save(act: Act, input: Asked): Promise<Saved> {
  const row = await pageForChange(act, input.number)
  if (input.base > row.version) throw new Refusal('bad_input', said`There is no version ${String(input.base)} of this page.`, said`Read the page again, and save with the version that it has.`)
  const joined = await join(act, row, input)
  const text = mergedText(joined.stretches)
  if (text === null || joined.titleClash) {
    return { outcome: 'conflict', version: row.version, theirTitle: row.title, theirByNames: joined.withByNames, stretches: joined.stretches }
  }
  await saveKindAndTags(act, row, input)
  const isMerge = input.base < row.version && (text !== (input.text ?? row.text) || joined.title !== (input.title ?? row.title))
  const version = await saveOn(act, row, { text, title: joined.title, how: isMerge ? 'merged' : 'written', note: input.note })
  if (version > row.version) await follows(act, row.entry_id, [act.actor.personId], 'replied')
  const page = await viewPage(act, input.number)
  return isMerge ? { outcome: 'merged', page, withByNames: joined.withByNames } : { outcome: 'saved', page }
}

async function join(act: Act, row: PageRow, { base, title, text }: Asked): Promise<Joined> {
  const mine = { title: title?.trim() ?? row.title, text: text ?? row.text }
  if (base === row.version) return { title: mine.title, titleClash: false, stretches: [{ kind: 'same', text: mine.text }], withByNames: [] }
  const origin = await versionText(act, row.entry_id, base)
  const field = mergeField({ base: origin.title, mine: title === undefined ? origin.title : mine.title, theirs: row.title })
  const stretches = mergeTexts({ base: origin.text, mine: text ?? origin.text, theirs: row.text })
  return { title: field.value, titleClash: field.clash, stretches, withByNames: await writersSince(act, row.entry_id, base) }
}

async function versionText({ tx, actor: { workspaceId } }: Act, pageId: string, version: number): Promise<{ title: string; text: string }> {
  return tx.selectFrom('page_version').select(['title', 'text']).where('workspace_id', '=', workspaceId).where('page_id', '=', pageId).where('version', '=', version).executeTakeFirstOrThrow()
}

/** Whoever saved after a version, without the actor, in the order of their first save. */
async function writersSince(act: Act, pageId: string, version: number): Promise<string[]> {
  const rows = await act.tx.selectFrom('page_version').select('by_id').where('workspace_id', '=', act.actor.workspaceId).where('page_id', '=', pageId).where('version', '>', version).orderBy('version').execute()
  const ids = [...new Set(rows.map((row) => row.by_id))].filter((id) => id !== act.actor.personId)
  const names = await namesOf(act, ids)
  return ids.map((id) => names.get(id)?.name ?? '')
}

/** What a page is for and how it is found: of two who change that, the later one is right. */
async function saveKindAndTags(act: Act, row: PageRow, { kind = row.kind, tags }: Asked): Promise<void> {
  const next = tags === undefined ? row.tags : tagsOf(tags)
  if (kind === row.kind && isDeepStrictEqual(next, row.tags)) return
  await act.tx.updateTable('page').set({ kind, tags: json(next) }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', row.entry_id).execute()
  await changed(act, row, 'page.changed')
}
