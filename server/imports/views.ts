import type { ImportRun, Placeholder, previewImport } from '#contract/imports.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { allow } from '#domain/policy.ts'
import type { Act } from '#server/platform/act.ts'
import { sql } from 'kysely'
import { NO_ADDRESS } from './people.ts'
import { placesOf, spacesByName, usable } from './places.ts'
import { itemsOf, newestRuns, peopleByEmail, peopleOf, runById } from './queries.ts'
import type { RunRow } from './queries.ts'

export const viewRun = ({ id, kind, source, name, by_name: byName, state, began_at: began, finished_at: finished, counts, problems, problem_count: problemCount, undone_at: undone, holds }: RunRow): ImportRun =>
  ({ id, kind, source, name, byName, state, beganAt: began.toString(), finishedAt: finished?.toString() ?? null, counts, problemCount, problems, takenBackAt: undone?.toString() ?? null, can: state === 'finished' && holds ? ['undo'] : [] })

/** Runs without their problems, which may be many. */
export async function viewRuns(act: Act): Promise<{ runs: ImportRun[] }> {
  allow(act.actor, 'import.run')
  return { runs: (await newestRuns(act)).map((row) => ({ ...viewRun(row), problems: [] })) }
}

export async function viewOneRun(act: Act, { id }: { id: string }): Promise<ImportRun> {
  allow(act.actor, 'import.run')
  return viewRun(await runById(act, id))
}

/** What an import would meet. A name of a space that the importer may not use counts as free, as if it were not there. */
export async function preview(act: Act, { source, people, places, keys }: InputOf<typeof previewImport>): Promise<OutputOf<typeof previewImport>> {
  allow(act.actor, 'import.run')
  const [known, byEmail, went, spaces, items] = [
    await peopleOf(act, source, people.map(({ key }) => key)), await peopleByEmail(act, people.flatMap(({ email }) => email ?? [])), await placesOf(act, source, places.map(({ key }) => key)),
    await spacesByName(act), await itemsOf(act, source, ['message', 'page'], keys),
  ]
  const fresh = people.filter(({ key }) => !known.has(key))
  const matched = fresh.filter(({ email }) => email !== null && byEmail.get(email.toLowerCase())?.placeholder === false).length
  return {
    matched, placeholders: fresh.length - matched, known: items.size,
    spaces: places.map(({ key, name }) => ({ key, name, there: went.has(key) || usable(act, spaces, name) !== null })),
  }
}

/** People whom imports named, by name. */
export async function viewPlaceholders(act: Act): Promise<{ people: Placeholder[] }> {
  allow(act.actor, 'import.run')
  const rows = await act.tx.selectFrom('person as p').select(['p.id', 'p.name', 'p.email', 'p.placeholder_source'])
    .select(sql<number>`(select count(*) from entry_text t where t.workspace_id = p.workspace_id and t.author_id = p.id)`.as('texts'))
    .where('p.workspace_id', '=', act.actor.workspaceId).where('p.placeholder_source', 'is not', null).orderBy('p.name').orderBy('p.id').execute()
  return { people: rows.map((row) => ({ id: row.id, name: row.name, email: row.email.endsWith(NO_ADDRESS) ? null : row.email, source: row.placeholder_source ?? '', texts: Number(row.texts) })) }
}
