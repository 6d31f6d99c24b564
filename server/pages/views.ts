import type { PageView } from '#contract/pages.ts'
import { may } from '#domain/policy.ts'
import { truthSentence } from '#domain/pages/truth.ts'
import { namesOf } from '#server/people/public.ts'
import { namedIn, verificationOf, viewHead } from './head-view.ts'
import { childrenOf, parentsOf, pathOf } from './places.ts'
import { pageFor, rightsOf } from './queries.ts'
import type { PageRow, Reading } from './queries.ts'
import { viewRemarks, viewUses } from './remark-view.ts'
import { wordsOf } from '#server/platform/words.ts'

/** One page as the actor reads it. @throws {Refusal} `not_found` */
export async function viewPage(act: Reading, number: number): Promise<PageView> {
  const row = await pageFor(act, number)
  const can = doingsOf(act, row)
  const [parents, path, children, remarks, uses, names] = await Promise.all([
    parentsOf(act, [row.entry_id]), pathOf(act, row.entry_id), childrenOf(act, row.entry_id), viewRemarks(act, { id: row.entry_id, text: row.text, mayResolve: can.includes('remark') }),
    viewUses(act, row.entry_id), namesOf(act, [...namedIn(row), ...row.source === null ? [] : [row.source.importedBy]]),
  ])
  const verified = verificationOf(row, names)
  return {
    ...viewHead(act, row, { names, parent: parents.get(row.entry_id) }), text: row.text, version: row.version, reviewDays: row.review_days,
    verified: verified && { at: verified.at.toString(), byId: row.verified_by ?? '', byName: verified.byName, against: verified.against }, truthSentence: truthSentence(verified, row.version, act.now, wordsOf(act)),
    path, children, remarks, ...uses, source: row.source === null ? null : { path: row.source.path, broughtInBy: names.get(row.source.importedBy)?.name ?? '' },
    deletedAt: row.deleted_at?.toString() ?? null, can,
  }
}

/** Whoever may write in its space minds a page together with the others; only deleting is for few. */
function doingsOf(act: Reading, row: PageRow): PageView['can'] {
  const entry = rightsOf(act, row)
  const writes: PageView['can'] = may(act.actor, 'page.write', { entry }) ? ['edit', 'verify', 'move', 'own', 'remark', ...row.kind === 'runbook' ? ['run' as const] : []] : []
  return may(act.actor, 'entry.delete', { entry }) ? [...writes, 'delete'] : writes
}
