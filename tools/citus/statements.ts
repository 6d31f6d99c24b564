import { parse } from 'libpg-query'
import { spreadBy } from './schema.ts'

/** What is wrong with one statement if the tables were spread over nodes. */
export type Fault = { kind: 'everywhere' | 'function'; what: string }

type Tree = { [key: string]: unknown }
/** The names that are known while a part of a statement is read: alias → the place of its workspace. */
type Scope = {
  names: Map<string, string>; outer: Scope | null
  /** The places that an equality read here holds for; undefined for all of this scope, none below `or` and `not`. */
  only?: ReadonlySet<string>
}
/** What is read together for one statement. `ties`: whose workspace is that of which others; a table is tied when a value can be reached. */
type Reading = { ties: Map<string, Set<string>>; tables: { place: string; table: string }[]; functions: Set<string>; known: ReadonlySet<string>; count: number }

const VALUE = 'value'
/** They act where they run, which is a worker as soon as the statement reads a table: its listeners, locks and snapshot are not ours. */
const LOCAL_FUNCTIONS = new Set(['pg_notify', 'pg_advisory_lock', 'pg_advisory_xact_lock', 'pg_try_advisory_xact_lock', 'pg_current_snapshot', 'pg_current_xact_id'])

/**
 * Reads a statement as PostgreSQL does and says which spread tables are not tied to one workspace by an equality, directly
 * or through others, and which functions would run on another node than meant. Careful: what it does not understand is a fault.
 * @param tables all tables of the schema
 * @throws where PostgreSQL itself would not read it
 */
export async function faultsIn(statement: string, tables: ReadonlySet<string>): Promise<Fault[]> {
  const { stmts = [] } = await parse(statement) as { stmts?: { stmt: Tree }[] }
  const reading: Reading = { ties: new Map(), tables: [], functions: new Set(), known: tables, count: 0 }
  for (const { stmt } of stmts) visit(stmt, { names: new Map(), outer: null }, reading)
  const loose = reading.tables.filter(({ place }) => !isTied(place, reading)).map(({ table }): Fault => ({ kind: 'everywhere', what: table }))
  const local = reading.tables.length > 0 ? [...reading.functions].map((what): Fault => ({ kind: 'function', what })) : []
  return [...loose, ...local]
}

function isTied(place: string, { ties }: Reading, seen = new Set<string>()): boolean {
  if (place === VALUE) return true
  if (seen.has(place)) return false
  seen.add(place)
  return [...ties.get(place) ?? []].some((next) => isTied(next, { ties } as Reading, seen))
}

/** The workspace of `place` is that of `to`, or a value. */
function tie(place: string, to: string, { ties }: Reading): void {
  ties.set(place, (ties.get(place) ?? new Set()).add(to))
}
function join(a: string, b: string, reading: Reading): void {
  tie(a, b, reading)
  tie(b, a, reading)
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null
const listOf = (value: unknown): Tree[] => Array.isArray(value) ? value.filter(isTree) : []
const stringsOf = (value: unknown): string[] => listOf(value).map((part) => String((part['String'] as { sval?: string } | undefined)?.sval ?? '*'))

const READERS = ['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt'] as const

function visit(node: unknown, scope: Scope, reading: Reading): void {
  if (Array.isArray(node)) { for (const part of node) visit(part, scope, reading); return }
  if (!isTree(node)) return
  const kind = READERS.find((name) => isTree(node[name]))
  if (kind !== undefined) { readStatement(kind, node[kind] as Tree, scope, reading); return }
  if (isTree(node['BoolExpr']) && node['BoolExpr']['boolop'] !== 'AND_EXPR') { visit(node['BoolExpr']['args'], { ...scope, only: new Set() }, reading); return }
  if (isTree(node['A_Expr'])) readEquality(node['A_Expr'], scope, reading)
  if (isTree(node['FuncCall'])) {
    const name = stringsOf(node['FuncCall']['funcname']).at(-1) ?? ''
    if (LOCAL_FUNCTIONS.has(name)) reading.functions.add(name)
  }
  for (const part of Object.values(node)) visit(part, scope, reading)
}

/** Reads one select, insert, update or delete; answers the place of the workspace that it gives to whoever reads from it, if any. */
function readStatement(kind: typeof READERS[number], statement: Tree, outer: Scope, reading: Reading): string {
  const scope: Scope = { names: new Map(), outer }
  const gives = `gives ${reading.count += 1}`
  for (const cte of listOf((statement['withClause'] as Tree | undefined)?.['ctes']).map((one) => one['CommonTableExpr'] as Tree)) {
    const place = `cte ${reading.count += 1}`
    const name = `cte:${String(cte['ctename'])}`
    // A recursive one reads itself.
    scope.names.set(name, place)
    tie(place, readInner(cte['ctequery'], scope, reading), reading)
  }
  if (isTree(statement['relation'])) nameTable(statement['relation'], scope, reading)
  for (const from of [...listOf(statement['fromClause']), ...listOf(statement['usingClause'])]) readFrom(from, scope, reading)
  if (kind === 'InsertStmt') readInsert(statement, scope, reading)
  for (const side of ['larg', 'rarg']) if (isTree(statement[side])) tie(gives, readStatement('SelectStmt', statement[side], scope, reading), reading)
  for (const [part, value] of Object.entries(statement)) {
    if (['withClause', 'relation', 'fromClause', 'usingClause', 'larg', 'rarg'].includes(part) || (kind === 'InsertStmt' && part === 'selectStmt')) continue
    visit(value, scope, reading)
  }
  const target = [...listOf(statement['targetList']), ...listOf(statement['returningList']), ...listOf((statement['returningClause'] as Tree | undefined)?.['exprs'])].map((one) => one['ResTarget'] as Tree | undefined)
    .find((one) => one && (one['name'] === 'workspace_id' || (one['name'] === undefined && columnOf(one['val'])?.at(-1) === 'workspace_id')))
  const place = target && placeOf(target['val'], scope)
  if (place) tie(gives, place, reading)
  return gives
}

function readInner(node: unknown, scope: Scope, reading: Reading): string {
  const kind = isTree(node) ? READERS.find((name) => isTree(node[name])) : undefined
  return kind === undefined ? `nothing ${reading.count += 1}` : readStatement(kind, (node as Tree)[kind] as Tree, scope, reading)
}

function nameTable(relation: Tree, scope: Scope, reading: Reading): void {
  const table = String(relation['relname'])
  const alias = String((relation['alias'] as Tree | undefined)?.['aliasname'] ?? table)
  const cte = lookUp(`cte:${table}`, scope)
  if (cte !== undefined) { scope.names.set(alias, cte); return }
  const place = `${alias} ${reading.count += 1}`
  if (!reading.known.has(table)) return
  if (spreadBy(table) === null) return
  scope.names.set(alias, place)
  reading.tables.push({ place, table })
  if (spreadBy(table) === 'id') scope.names.set(`id of ${alias}`, place)
}

function readFrom(node: Tree, scope: Scope, reading: Reading): void {
  if (isTree(node['RangeVar'])) { nameTable(node['RangeVar'], scope, reading); return }
  if (isTree(node['JoinExpr'])) {
    const { larg, rarg, quals, usingClause, jointype } = node['JoinExpr']
    const before = new Set(scope.names.values())
    if (isTree(larg)) readFrom(larg, scope, reading)
    const left = new Set(scope.names.values())
    if (isTree(rarg)) readFrom(rarg, scope, reading)
    if (stringsOf(usingClause).includes('workspace_id')) {
      const joined = [...scope.names.entries()].filter(([name, place]) => !before.has(place) && !name.startsWith('cte:') && !name.startsWith('id of ')).map(([, place]) => place)
      for (const place of joined) join(joined[0] ?? place, place, reading)
    }
    visit(quals, jointype === 'JOIN_INNER' ? scope : { ...scope, only: new Set(isTree(rarg) && jointype === 'JOIN_LEFT' ? [...scope.names.values()].filter((place) => !left.has(place)) : []) }, reading)
    return
  }
  if (isTree(node['RangeSubselect'])) {
    const { subquery, alias } = node['RangeSubselect']
    scope.names.set(String((alias as Tree | undefined)?.['aliasname']), readInner(subquery, scope, reading))
    return
  }
  visit(node, scope, reading)
}

/** Each row says its workspace: a value, or that of what it is selected from. */
function readInsert(statement: Tree, scope: Scope, reading: Reading): void {
  const table = String((statement['relation'] as Tree)['relname'])
  const own = reading.tables.findLast((one) => one.table === table)
  const columns = listOf(statement['cols']).map((one) => String((one['ResTarget'] as Tree)['name']))
  const at = columns.indexOf(spreadBy(table) ?? '')
  const select = (statement['selectStmt'] as Tree | undefined)?.['SelectStmt'] as Tree | undefined
  if (!select) return
  if (own && at >= 0) {
    const rows = listOf(select['valuesLists']).map((row) => listOf((row['List'] as Tree)['items']))
    if (rows.length > 0 && rows.every((row) => isValue(row[at]))) tie(own.place, VALUE, reading)
  }
  const gives = readStatement('SelectStmt', select, scope, reading)
  if (!own || at < 0) return
  const targets = partsOf(select).flatMap((part) => listOf(part['targetList'])[at]?.['ResTarget'] as Tree | undefined ?? [])
  if (targets.length > 0 && targets.every((target) => isValue((target as Tree)['val']))) tie(own.place, VALUE, reading)
  else tie(own.place, gives, reading)
}

/** The selects of a union, or the one that it is. */
function partsOf(select: Tree): Tree[] {
  const sides = ['larg', 'rarg'].flatMap((side) => isTree(select[side]) ? [select[side]] : [])
  return sides.length === 0 ? [select] : sides.flatMap(partsOf)
}

/** `a.workspace_id = $1`, `a.workspace_id = b.workspace_id`, also among the parts of rows that are compared. */
function readEquality(expression: Tree, scope: Scope, reading: Reading): void {
  if (expression['kind'] !== 'AEXPR_OP' || stringsOf(expression['name'])[0] !== '=') return
  const sides = [expression['lexpr'], expression['rexpr']]
  const rows = sides.map((side) => listOf((side as Tree | undefined)?.['RowExpr'] && ((side as Tree)['RowExpr'] as Tree)['args']))
  const pairs = rows[0]?.length ? rows[0].map((left, index) => [left, rows[1]?.[index]]) : [sides]
  for (const [left, right] of pairs) {
    const [a, b] = [placeOf(left, scope), placeOf(right, scope)]
    const own = (place: string) => scope.only?.has(place) ?? [...scope.names.values()].includes(place)
    const to = (other: string | undefined, side: unknown) => other ?? (isValue(side) ? VALUE : undefined)
    for (const [place, other] of [[a, to(b, right)], [b, to(a, left)]]) if (place && other && own(place)) tie(place, other, reading)
  }
}

/** A parameter or constant, also when cast. */
function isValue(node: unknown): boolean {
  if (!isTree(node)) return false
  if (isTree(node['TypeCast'])) return isValue(node['TypeCast']['arg'])
  return 'ParamRef' in node || 'A_Const' in node
}

const columnOf = (node: unknown): string[] | undefined => isTree(node) && isTree(node['ColumnRef']) ? stringsOf(node['ColumnRef']['fields']) : isTree(node) && isTree(node['TypeCast']) ? columnOf(node['TypeCast']['arg']) : undefined

/** The place of the workspace that a column names; undefined for every other column. */
function placeOf(node: unknown, scope: Scope): string | undefined {
  const column = columnOf(node)
  if (!column) return undefined
  const [last = '', alias] = column.toReversed()
  if (last === 'id' && alias !== undefined) return lookUp(`id of ${alias}`, scope)
  if (last === 'id') return [...scope.names].find(([name]) => name.startsWith('id of '))?.[1]
  if (last !== 'workspace_id') return undefined
  if (alias !== undefined) return lookUp(alias, scope)
  for (let at: Scope | null = scope; at; at = at.outer) {
    const found = [...at.names].filter(([name]) => !name.startsWith('cte:') && !name.startsWith('id of '))
    if (found[0]) {
      return found[0][1]
    }
  }
  return undefined
}

function lookUp(name: string, scope: Scope): string | undefined {
  for (let at: Scope | null = scope; at; at = at.outer) {
    const place = at.names.get(name)
    if (place !== undefined) return place
  }
  return undefined
}
