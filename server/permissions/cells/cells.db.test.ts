import { address } from '#contract/client.ts'
import { OPERATIONS } from '#contract/index.ts'
import { changes } from '#contract/operation.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { toolName } from '#server/platform/mcp/tools.ts'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SECRET } from '../world.ts'
import { CALLERS, expected, NOT_APPLICABLE, PLACES, VISIBILITIES } from './expectations.ts'
import type { Caller, Place, Verdict } from './expectations.ts'
import { CASES, ELSEWHERE } from './operations.ts'
import type { Case, Target } from './operations.ts'
import { buildCells } from './places.ts'
import type { Cells } from './places.ts'

const LONG = process.env['LONGHAND_LONG'] !== undefined
/** The lean run looks at one case in so many in each place, another one in each; the long run at all. */
const EVERY = LONG ? 1 : 12
/** How long one place may take at its full size on a busy machine. */
const LONG_MS = 3_600_000
const WORKSPACES = ['own', 'other'] as const
const NO_ENTRY = 999_999
const NO_ID = '00000000-0000-7000-8000-00000000dead'
const BY_CODE: Readonly<Record<string, Verdict>> = { not_signed_in: 'out', scope_missing: 'scope', not_found: 'hidden', not_allowed: 'refused' }

type Said = { code: string; body: string }

describe('the cells are whole', () => {
  test('an operation that names an entry, a reply or a space has cells, or a reason why not', () => {
    const named = OPERATIONS.filter(({ path, input }) => path.includes(':number') || path.startsWith('/spaces/') || path.startsWith('/replies/:id') || ['number', 'spaceId', 'threadNumber'].some((key) => key in input.shape))
    const known = new Set([...CASES.map(({ operation }) => operation.name), ...Object.keys(ELSEWHERE)])
    expect(named.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([])
    expect(Object.keys(ELSEWHERE).filter((name) => !OPERATIONS.some((one) => one.name === name))).toEqual([])
  })
})

describeOnNewest('cells: every operation on a thing, in every place, by everybody of both workspaces', (on) => {
  let cells: Cells
  let counted = 0
  const skipped = { 'no tool': 0, mail: 0 }
  beforeAll(async () => { cells = await buildCells(on) })
  afterAll(async () => {
    await cells.world.app.stop()
    const none = CASES.length * CALLERS.length * WORKSPACES.length * (VISIBILITIES.length - PLACES.length)
    figure({ gate: 'G1', what: 'cells of operations on things in places, each answered as its table by hand says', value: counted, wanted: LONG ? '≥ 10,000' : 'a sample', met: !LONG || counted >= 10_000 })
    figure({ gate: 'G1', what: `cells that do not apply: ${Object.entries(NOT_APPLICABLE).map(([what, why]) => `${what} (${why})`).join('; ')}`, value: none + skipped['no tool'] + skipped.mail, wanted: 'named', met: true })
  })

  async function say({ operation }: Case, input: Record<string, unknown>, caller: Caller, workspace: 'own' | 'other'): Promise<Said> {
    const token = cells.tokens[workspace][caller]
    const headers = { accept: 'application/json, text/event-stream', ...(token !== null && { authorization: `Bearer ${token}` }) }
    const given = JSON.parse(JSON.stringify(input)) as Record<string, unknown>
    const { http } = cells.world.app.app
    if (caller === 'mcpToken') {
      const answer = await http.inject({ method: 'POST', url: '/mcp', headers: { ...headers, 'content-type': 'application/json' }, payload: { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: toolName(operation), arguments: given } } })
      return { code: /"isError":true/.test(answer.body) ? /"code":"(\w+)"/.exec(answer.body)?.[1] ?? 'no code' : 'ok', body: answer.body }
    }
    const { url, body } = address('', operation, given)
    const answer = await http.inject({ method: operation.method as 'GET', url, headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) }, ...(body !== undefined && { payload: body }) })
    return { code: answer.statusCode < 300 ? 'ok' : String((JSON.parse(answer.body) as { code?: string }).code), body: answer.body }
  }

  const verdictOf = ({ code, body }: Said): string => code === 'bad_input' ? `bad_input: ${body}` : BY_CODE[code] ?? (code.startsWith('5') || code === 'undefined' || code === 'internal' ? code : 'let')
  /** The same refusal without what names the request and the thing. */
  const words = (body: string): string => body.replaceAll(/"(?:instance|requestId|id)":"[^"]*",?/g, '').replaceAll(/\d+|[0-9a-f-]{36}/g, 'x')
  const readsOnly = (operation: AnyOperation): boolean => !changes(operation) || operation.needs.endsWith(':read')

  async function look(one: Case, place: Place): Promise<string[]> {
    const wrong: string[] = []
    const wanted = WORKSPACES.flatMap((workspace) => CALLERS.map((caller) => ({ workspace, caller, verdict: expected({ needs: one.needs, reads: readsOnly(one.operation), place, caller, workspace }) })))
    let target = await cells.fresh(one.on, place)
    for (const { workspace, caller, verdict } of wanted.toSorted((a, b) => Number(a.verdict === 'let') - Number(b.verdict === 'let'))) {
      if (caller === 'mail') { skipped.mail += 1; continue }
      if (caller === 'mcpToken' && !one.operation.tool) { skipped['no tool'] += 1; continue }
      if (verdict === 'let' && one.once) target = await cells.fresh(one.on, place)
      const said = await say(one, one.input(target), caller, workspace)
      counted += 1
      const actual = verdictOf(said)
      const where = `${one.operation.name} on a ${one.on}, ${place}, ${caller} of the ${workspace} workspace`
      if (actual !== verdict) wrong.push(`${where}: ${actual} instead of ${verdict}`)
      if (verdict !== 'let' && verdict !== 'refused' && said.body.includes(SECRET)) wrong.push(`${where}: its words are told`)
      if (verdict === 'hidden' && words(said.body) !== await ofNothing(one, target, caller, workspace)) wrong.push(`${where}: not the words of what is not there`)
    }
    return wrong
  }

  const told = new Map<string, Promise<string>>()
  /** What somebody is told of a thing that is not there; the same wherever it is not. */
  function ofNothing(one: Case, target: Target, caller: Caller, workspace: 'own' | 'other'): Promise<string> {
    const key = `${CASES.indexOf(one)} ${caller} ${workspace}`
    const known = told.get(key) ?? say(one, one.input(nowhere(target)), caller, workspace).then(({ body }) => words(body))
    told.set(key, known)
    return known
  }

  const nowhere = (target: Target): Target => ({ ...target, number: NO_ENTRY, replyId: NO_ID, spaceId: NO_ID })
  /** Spaces, asks and decisions are archived, withdrawn and superseded; none of them is deleted. */
  const applies = (one: Case, place: Place) => place !== 'deleted' || ['thread', 'wrap', 'page'].includes(one.on)

  test.each(PLACES)('%s', async (place) => {
    const cases = CASES.filter((one) => applies(one, place)).filter((_one, at) => (at + PLACES.indexOf(place)) % EVERY === 0)
    const wrong: string[] = []
    for (const one of cases) wrong.push(...await look(one, place))
    expect(wrong).toEqual([])
  }, LONG ? LONG_MS : undefined)
})
