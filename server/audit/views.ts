import type { checkAuditLog, listAudit, listMyAudit } from '#contract/audit.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { faultWords } from '#domain/audit/chain.ts'
import { allow } from '#domain/policy.ts'
import { inWords, said } from '#domain/words/said.ts'
import { knownTo, namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { auditPage, checkAudit, linkOf } from '#server/platform/audit/check.ts'
import { wordsOf } from '#server/platform/words.ts'
import { visibleSpaces } from '#server/spaces/public.ts'
import { linesAbout } from './queries.ts'
import { sayDeed } from './says.ts'

type Told = { deed: string; actor_id: string | null; person_id: string | null; space_id: string | null; facts: Record<string, string> }

/** Sentences with the names of today, for what a reader sees; who and what the reader may not see is not named. */
async function saysOf(act: Act, rows: readonly Told[]): Promise<{ sees: (spaceId: string | null) => boolean; says: (row: Told) => string }> {
  const ids = [...new Set(rows.flatMap((row) => [row.actor_id, row.person_id].filter((id) => id !== null)))]
  const [names, known, spaces] = [await namesOf(act, ids), await knownTo(act, ids), new Map((await visibleSpaces(act)).map(({ id, name }) => [id, name]))]
  const person = (id: string | null) => id === null ? 'Longhand' : known.has(id) ? names.get(id)?.name ?? '' : said`somebody whom you do not see`
  return {
    sees: (spaceId) => spaceId === null || spaces.has(spaceId),
    says: (row) => inWords(sayDeed(row.deed, {
      by: person(row.actor_id), person: person(row.person_id), space: spaces.get(row.space_id ?? '') ?? said`a space that you do not see`, facts: row.facts,
    }), wordsOf(act)),
  }
}

/** The log for those who manage the workspace; what happened in spaces that they do not see keeps its place, and says nothing. */
export async function viewAudit(act: Act, { before, from, limit }: InputOf<typeof listAudit>): Promise<OutputOf<typeof listAudit>> {
  allow(act.actor, 'audit.read')
  const { workspaceId } = act.actor
  const { rows, head } = await auditPage(act.tx, workspaceId, { from, before, limit })
  const { sees, says } = await saysOf(act, rows)
  const lines = rows.map((row) => {
    const link = linkOf(workspaceId, row)
    return sees(row.space_id) ? { ...link, says: says(row) } : { ...link, content: null, says: inWords(said`Something in a space that you do not see.`, wordsOf(act)) }
  })
  const last = rows.at(-1)
  return { lines, head, next: last === undefined || rows.length < limit ? null : from === undefined ? last.seq : last.seq + 1 }
}

/** What the log says of the reader, who sees it whatever became of the space. */
export async function viewMine(act: Act, input: InputOf<typeof listMyAudit>): Promise<OutputOf<typeof listMyAudit>> {
  const rows = await linesAbout(act, input)
  const { says } = await saysOf(act, rows)
  const last = rows.at(-1)
  return { lines: rows.map((row) => ({ seq: row.seq, at: row.at.toString(), deed: row.deed, says: says(row) })), next: last === undefined || rows.length < input.limit ? null : last.seq }
}

/** Follows the chain. */
export async function viewCheck(act: Act): Promise<OutputOf<typeof checkAuditLog>> {
  allow(act.actor, 'audit.read')
  const { read, head, faults } = await checkAudit(act.tx, act.actor.workspaceId)
  return { read, head, faults: faults.map((fault) => ({ ...fault, says: inWords(faultWords(fault), wordsOf(act)) })) }
}
