import type { decisionMap } from '#contract/decisions.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { RECORD_STATES } from '#domain/decisions/decision-table.ts'
import { spaceFor, visibleSpaces } from '#server/spaces/public.ts'
import type { Reading } from './head-view.ts'
import type { Looker } from './queries.ts'
import { linksOf } from './view-queries.ts'
import { stateWord } from './wire.ts'

/** More than anybody reads on one graph; the newest of them. */
const NODES_MAX = 2000

/** Records that the actor may see, oldest first, with what superseded what and what depends on what among them. */
export async function viewMap(act: Reading, { spaceId }: InputOf<typeof decisionMap>): Promise<OutputOf<typeof decisionMap>> {
  const spaces = spaceId === undefined ? (await visibleSpaces(act)).map((space) => space.id) : [(await spaceFor(act, spaceId, 'space.see')).id]
  if (spaces.length === 0) return { nodes: [], links: [] }
  const rows = await recordsIn(act, spaces)
  const nodes = rows.map((row) => ({ number: row.number, title: row.title, state: stateWord(row.state), at: (row.decided_at ?? row.created_at).toString(), spaceName: row.space_name, adrNumber: row.adr_number }))
  const shown = new Set(nodes.map(({ number }) => number))
  const links = (await linksOf(act, rows.map((row) => row.entry_id))).filter((link) => shown.has(link.from_number) && shown.has(link.to_number))
  return {
    nodes: nodes.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || a.number - b.number),
    links: links.map((link) => ({ from: link.from_number, to: link.to_number, how: link.how === 'depends_on' ? 'depends-on' : 'supersedes' })),
  }
}

/** The newest records of these spaces, without their texts. */
function recordsIn({ tx, actor: { workspaceId } }: Looker, spaces: readonly string[]) {
  return tx.selectFrom('decision as d')
    .innerJoin('entry as e', (join) => join.onRef('e.workspace_id', '=', 'd.workspace_id').onRef('e.id', '=', 'd.entry_id'))
    .innerJoin('space as s', (join) => join.onRef('s.workspace_id', '=', 'e.workspace_id').onRef('s.id', '=', 'e.space_id'))
    .select(['d.entry_id', 'd.state', 'd.decided_at', 'd.created_at', 'd.adr_number', 'e.number', 'e.title', 's.name as space_name'])
    .where('d.workspace_id', '=', workspaceId).where('e.space_id', 'in', [...spaces]).where('e.deleted_at', 'is', null).where('d.state', 'in', [...RECORD_STATES])
    .orderBy('d.created_at', 'desc').orderBy('d.entry_id', 'desc').limit(NODES_MAX).execute()
}
