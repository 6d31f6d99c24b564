import type { InputOf } from '#contract/operation.ts'
import type { createPage, PageView } from '#contract/pages.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { Act } from '#server/platform/act.ts'
import { spaceFor, whoSees } from '#server/spaces/public.ts'
import type { Space } from '#server/spaces/public.ts'
import { follows, threadFor } from '#server/threads/public.ts'
import { insertPage } from './insert.ts'
import { changed } from './keep.ts'
import { pageFor } from './queries.ts'
import { tellOfPage } from './telling.ts'
import { viewPage } from './views.ts'

/** Writes a page in a space, of whose pages whoever may write there takes care. */
export async function create(act: Act, input: InputOf<typeof createPage>): Promise<PageView> {
  const space = await spaceFor(act, input.spaceId, 'space.write')
  const parentId = input.parent === null ? null : (await parentFor(act, input.parent, space)).entry_id
  const ownerId = input.ownerId === undefined ? act.actor.personId : input.ownerId
  if (ownerId !== null) await checkOwner(act, space, ownerId)
  const thread = input.fromThread === undefined ? null : await threadFor(act, input.fromThread)
  const page = await insertPage(act, {
    space, kind: input.kind, title: input.title.trim(), text: input.text, parentId, tags: input.tags, ownerId, fromThread: thread && { threadId: thread.id, replyId: null },
  })
  if (ownerId !== null) await follows(act, page.id, [ownerId], 'chosen')
  const row = await pageFor(act, page.number)
  await tellOfPage(act, row, { before: '', text: input.text })
  await changed(act, row, 'page.created')
  return viewPage(act, page.number)
}

/** A page to stand under, in this very space. @throws {Refusal} `not_found`, `bad_input` for one of another space */
export async function parentFor(act: Act, number: number, space: Pick<Space, 'id' | 'name'>) {
  const parent = await pageFor(act, number)
  if (parent.space_id !== space.id) throw new Refusal('bad_input', said`#${number} is in ${parent.space_name}, and a page stands under one of its own space.`, said`Choose a page of ${space.name}, or move it to ${parent.space_name}.`)
  return parent
}

/** @throws {Refusal} `bad_input` for somebody who cannot see the space */
export async function checkOwner(act: Act, space: Pick<Space, 'id' | 'name' | 'visibility' | 'archived_at'>, ownerId: string): Promise<void> {
  if ((await whoSees(act, space, [ownerId])).length === 0) throw new Refusal('bad_input', said`Who minds a page must see it, and this person does not see ${space.name}.`, said`Add them to the space first, or choose somebody else.`)
}
