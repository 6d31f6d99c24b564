import { withdraw } from '#server/attention/public.ts'
import type { Act, Listener } from '#server/platform/act.ts'
import { changed } from './keep.ts'
import { MENTION } from './names.ts'
import { lockPage } from './queries.ts'
import type { PageRow } from './queries.ts'

const pageIn = async (act: Act, payload: Record<string, unknown> | undefined): Promise<PageRow | null> => {
  const id = payload?.['entryId']
  return typeof id === 'string' ? await lockPage(act, id) ?? null : null
}

/** A page was deleted: what waits to be told of it stays here. What stands below it moves up for as long as it is gone. */
const onDeleted: Listener = async (act, { payload }) => {
  const row = await pageIn(act, payload)
  if (!row) return
  await withdraw(act, { source: MENTION, subjectIds: [row.entry_id], reason: 'deleted' })
  await changed(act, row, 'page.changed')
}

/** A page is back, under the page that it stood under, and so is everything below it. */
const onRestored: Listener = async (act, { payload }) => {
  const row = await pageIn(act, payload)
  if (row) await changed(act, row, 'page.changed')
}

export const pageListeners = { 'entry.deleted': onDeleted, 'entry.restored': onRestored } satisfies Record<string, Listener>
