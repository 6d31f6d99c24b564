import { canHappen } from '#domain/decisions/decision-table.ts'
import { checkSupersede } from '#domain/decisions/supersede.ts'
import type { SupersedeLink } from '#domain/decisions/supersede.ts'
import { may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { json } from '#server/platform/db/columns.ts'
import type { SourceLinkJson } from '#server/platform/db/tables/decisions.ts'
import { loadById } from '../load.ts'
import { rightsOf } from '../rows.ts'
import { linkTo } from '../links.ts'
import { supersedeBy } from '../sign.ts'
import type { Importing } from './importing.ts'
import { resolvePath } from './links.ts'
import type { AdrNote, AdrRecord } from './record.ts'
import type { Shelved } from './shelf.ts'

type Notes = Map<string, AdrNote[]>
type Waiting = Map<string, { line: number | null; target: string }[]>

/**
 * Makes links of what files name, also of those that came earlier and named what came now. Both ends have to be here.
 * @returns what could not be linked, and what is not here yet, by path, for the files of this import
 */
export async function linkAll(importing: Importing, read: ReadonlyMap<string, AdrRecord>): Promise<{ notes: Notes; waiting: Waiting }> {
  const notes: Notes = new Map()
  const waiting: Waiting = new Map()
  const places = new Places(virtual(importing, read))
  const links = await supersedings(importing)
  for (const from of places.all.filter(({ imported }) => imported)) {
    const record = read.get(from.path)
    let found = false
    for (const [at, link] of from.links.entries()) {
      if (link.to !== null) continue
      const to = places.find(from, link.target)
      const line = record?.links[at]?.line ?? null
      if (to === null) {
        if (record) waiting.set(from.path, [...waiting.get(from.path) ?? [], { line, target: link.target }])
        continue
      }
      const problem = problemWith(links, from, to, link)
      if (problem === null) {
        if (!importing.dryRun) await linkOne(importing, { from, to, link })
        link.to = to.id
        found = true
      } else if (record) add(notes, from.path, { line, message: problem })
    }
    if (found && !importing.dryRun) await importing.act.tx.updateTable('decision_source').set({ links: json(from.links) }).where('workspace_id', '=', importing.act.actor.workspaceId).where('decision_id', '=', from.id).execute()
  }
  if (!importing.dryRun) await endSuperseded(importing, notes)
  return { notes, waiting }
}

/** With `dryRun`, records stand on the shelf only for being found. */
function virtual({ shelf, dryRun }: Importing, read: ReadonlyMap<string, AdrRecord>): Shelved[] {
  if (!dryRun) return shelf
  const known = new Set(shelf.map(({ path }) => path))
  const fresh = [...read.values()].filter(({ path, format }) => !known.has(path) && format !== 'page' && format !== 'template')
  return [...shelf, ...fresh.map((record) => ({ id: record.path, number: 0, path: record.path, adrNumber: record.number, title: record.content.title, state: record.state, imported: true, format: record.format, links: record.links.map(({ how, target }) => ({ how, target, to: null })) }))]
}

/** Which record a file means: by its path, else by a name or a number that only one has. */
class Places {
  readonly all: readonly Shelved[]
  readonly #byPath: Map<string, Shelved>
  readonly #byName: Map<string, Shelved[]>
  readonly #byNumber: Map<number, Shelved[]>
  constructor(all: readonly Shelved[]) {
    this.all = all
    this.#byPath = new Map(all.map((one) => [one.path, one]))
    this.#byName = Map.groupBy(all, ({ path }) => nameOf(path))
    this.#byNumber = Map.groupBy(all.filter((one) => one.adrNumber !== null), (one) => one.adrNumber ?? 0)
  }
  find(from: Shelved, target: string): Shelved | null {
    if (/^\d+$/.test(target)) return only(this.#byNumber.get(Number(target)), from)
    const path = resolvePath(from.path, target)
    return (path === null ? null : this.#byPath.get(path) ?? this.#byPath.get(`${path}.md`)) ?? only(this.#byName.get(nameOf(target.split(/[?#]/)[0] ?? '')), from)
  }
}
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '')
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)
function only(found: readonly Shelved[] | undefined, from: Shelved): Shelved | null {
  const near = found?.filter(({ path }) => folderOf(path) === folderOf(from.path)) ?? []
  if (near.length === 1) return near[0] ?? null
  return found?.length === 1 ? found[0] ?? null : null
}

async function supersedings({ act }: Importing): Promise<SupersedeLink<string>[]> {
  const rows = await act.tx.selectFrom('decision_link').select(['from_id', 'to_id']).where('workspace_id', '=', act.actor.workspaceId).where('how', '=', 'supersedes').execute()
  return rows.map((row) => ({ by: row.from_id, of: row.to_id }))
}

/** Older and newer as the link means them; adds it to the list where nothing speaks against it. */
function problemWith(links: SupersedeLink<string>[], from: Shelved, to: Shelved, { how }: SourceLinkJson): string | null {
  if (from.id === to.id) return how.startsWith('super') ? 'It says that it supersedes itself, which was not linked.' : 'It names itself, which was not linked.'
  if (how !== 'supersedes' && how !== 'superseded_by') return null
  const link = how === 'supersedes' ? { by: from.id, of: to.id } : { by: to.id, of: from.id }
  try {
    checkSupersede(links, link)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return `It and ${to.path} would supersede each other, which was not linked.`
  }
  links.push(link)
  return null
}

type One = { from: Shelved; to: Shelved; link: SourceLinkJson }
async function linkOne({ act }: Importing, { from, to, link }: One): Promise<void> {
  const turned = link.how === 'superseded_by' || link.how === 'needed_by'
  await linkTo(act, turned ? to.id : from.id, [turned ? from.id : to.id], link.how.startsWith('super') ? 'supersedes' : 'depends_on')
}

/** What a newer file says it supersedes holds no more, also where the older file does not say so yet. */
async function endSuperseded({ act, shelf }: Importing, notes: Notes): Promise<void> {
  const byId = new Map(shelf.map((one) => [one.id, one]))
  for (const newer of shelf) {
    for (const link of newer.links.filter(({ how, to }) => how === 'supersedes' && to !== null)) {
      const older = byId.get(link.to ?? '')
      if (!older || older.state === 'superseded' || !HOLDS.has(newer.state) || !canHappen(older.state, 'supersede')) continue
      const one = await loadById(act, older.id)
      if (!one || !may(act.actor, 'decision.write', { decision: rightsOf(act.actor.workspaceId, one.row, one.decision) })) continue
      await supersedeBy(act, one, newer.number)
      older.state = 'superseded'
      // The file of the older one stays as it is: nothing was changed here.
      if (older.imported) await act.tx.updateTable('decision_source').set({ state: 'superseded' }).where('workspace_id', '=', act.actor.workspaceId).where('decision_id', '=', older.id).execute()
      add(notes, older.path, { line: null, message: `${newer.path} says that it supersedes this one, so it holds no more here.` })
    }
  }
}
const HOLDS: ReadonlySet<Shelved['state']> = new Set(['decided', 'provisional', 'superseded'])

function add(notes: Notes, path: string, note: AdrNote): void {
  notes.set(path, [...notes.get(path) ?? [], note])
}
