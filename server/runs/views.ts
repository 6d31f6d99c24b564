import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { listRuns, previewSteps, RunHead, RunStep, RunView, StepText } from '#contract/runs.ts'
import type { AskMark } from '#domain/runs/ask-mark.ts'
import { stepsOf } from '#domain/runs/steps.ts'
import { minutesOf, runStatus } from '#domain/runs/words.ts'
import { asksById } from '#server/asks/public.ts'
import { pageFor } from '#server/pages/public.ts'
import { namesOf } from '#server/people/public.ts'
import { spaceFor, visibleSpaces } from '#server/spaces/public.ts'
import { wordsOf } from '#server/platform/words.ts'
import { pageOf, readCursor } from '#server/platform/http/cursor.ts'
import { peopleCalled } from './called.ts'
import { mayRun, notesOfRun, peopleOfRuns, runFor, selectRuns, stepsOfRun } from './queries.ts'
import type { NoteRow, Reading, RunRow, StepRow } from './queries.ts'

type Names = Awaited<ReturnType<typeof namesOf>>

/** Runs as lists show them, in the given order. */
export async function viewHeads(act: Reading, rows: readonly RunRow[]): Promise<RunHead[]> {
  const people = await peopleOfRuns(act, rows)
  const names = await namesOf(act, [...people.values()].flatMap((ids) => [...ids]).concat(rows.flatMap((row) => row.ended_by ?? [])))
  return rows.map((row) => viewHead(act, row, { names, people: people.get(row.id) ?? new Set() }))
}

function viewHead({ actor, now }: Reading, row: RunRow, { names, people }: { names: Names; people: ReadonlySet<string> }): RunHead {
  const nameOf = (id: string): string => names.get(id)?.name ?? ''
  const counts = { steps: Number(row.steps), done: Number(row.done), skipped: Number(row.skipped) }
  const facts = { ...counts, state: row.state, holderName: nameOf(row.holder_id), startedAt: row.started_at, endedAt: row.ended_at, endedByName: row.ended_by === null ? null : nameOf(row.ended_by) }
  return {
    id: row.id, number: row.number, pageTitle: row.page_title, spaceId: row.space_id, spaceName: row.space_name, title: row.title, why: row.why, state: row.state, version: row.version,
    startedAt: row.started_at.toString(), startedById: row.started_by, startedByName: nameOf(row.started_by), holderId: row.holder_id, holderName: facts.holderName, endedAt: row.ended_at?.toString() ?? null,
    endedByName: facts.endedByName, outcome: row.outcome, minutes: minutesOf(facts, now), ...counts, different: Number(row.different), people: [...people].map((id) => ({ id, name: nameOf(id) })),
    dueOn: row.due_on, status: runStatus(facts, { zone: actor.zone, now, words: wordsOf({ actor }) }),
  }
}

/** One run as the actor reads it. @throws {Refusal} `not_found` */
export async function viewRun(act: Reading, id: string): Promise<RunView> {
  const row = await runFor(act, id)
  const [steps, notes] = [await stepsOfRun(act, id), await notesOfRun(act, id)]
  const [head] = await viewHeads(act, [row])
  if (!head) throw new Error(`Run ${id} has no view.`)
  const proposes = steps.some((step) => step.state === 'skipped') || notes.some((note) => note.different)
  return { ...head, list: await viewSteps(act, steps, notes), pageVersion: row.page_version, proposes, fed: row.fed_at !== null, can: doingsOf(act, row, proposes) }
}

function doingsOf(act: Reading, row: RunRow, proposes: boolean): RunView['can'] {
  if (!mayRun(act, row)) return []
  if (row.state === 'running') return ['tick', 'note', 'ask', 'hand-over', 'finish', 'abandon']
  return proposes && row.fed_at === null ? ['feed'] : []
}

async function viewSteps(act: Reading, steps: readonly StepRow[], notes: readonly NoteRow[]): Promise<RunStep[]> {
  const asks = await asksById(act, steps.flatMap((step) => step.ask_id ?? []))
  const names = await namesOf(act, [...steps.flatMap((step) => step.by_id ?? []), ...notes.map((note) => note.by_id)])
  const texts = await withPeople(act, steps.map((step) => ({ ...step, ask: step.asks })))
  const notesByStep = Map.groupBy(notes, (note) => note.step)
  return steps.map((step, at) => {
    const asked = step.ask_id === null ? undefined : asks.get(step.ask_id)
    return {
      ...texts[at] as StepText, state: step.state, byId: step.by_id, byName: step.by_id === null ? null : names.get(step.by_id)?.name ?? '', at: step.at?.toString() ?? null, reason: step.reason,
      notes: (notesByStep.get(step.step) ?? []).map((note) => ({ id: note.id, byId: note.by_id, byName: names.get(note.by_id)?.name ?? '', at: note.at.toString(), text: note.text, different: note.different })),
      asked: asked ? { number: asked.number, title: asked.title, open: asked.settledAt === null, status: asked.status, answererName: asked.answererName, ticks: step.ask_ticks } : null,
    }
  })
}

type Text = { step: number; depth: number; title: string; body: string; ask: AskMark | null }

/** Steps with whom they ask, as the actor knows people. */
async function withPeople(act: Reading, steps: readonly Text[]): Promise<StepText[]> {
  const called = await peopleCalled(act, steps.flatMap(({ ask }) => ask === null ? [] : [ask.to]))
  return steps.map(({ step, depth, title, body, ask }) => ({ step, depth, title, body, ask: ask && { ...ask, personId: called.get(ask.to) ?? null } }))
}

/** The steps that a run of a page would have. @throws {Refusal} `not_found` */
export async function viewPageSteps(act: Reading, { number }: InputOf<typeof previewSteps>): Promise<OutputOf<typeof previewSteps>> {
  const row = await pageFor(act, number)
  return { version: row.version, steps: await withPeople(act, stepsOf(row.text).map((step, at) => ({ ...step, step: at + 1 }))) }
}

/** Runs that the actor may see, newest first. Indexes: run_newest, run_of. */
export async function list(act: Reading, { number, spaceId, state, cursor, limit }: InputOf<typeof listRuns>): Promise<OutputOf<typeof listRuns>> {
  const page = number === undefined ? null : await pageFor(act, number)
  const spaces = spaceId === undefined ? (await visibleSpaces(act)).map((space) => space.id) : [(await spaceFor(act, spaceId, 'space.see')).id]
  if (spaces.length === 0) return { items: [], next: null }
  let query = selectRuns(act).where('e.space_id', 'in', spaces)
  if (page) query = query.where('r.page_id', '=', page.entry_id)
  if (state !== undefined) query = query.where('r.state', '=', state)
  if (cursor !== undefined) {
    const after = readCursor(cursor)
    query = query.where((is) => is(is.refTuple('r.started_at', 'r.id'), '<', is.tuple(after.at, after.id)))
  }
  const rows = await query.orderBy('r.started_at', 'desc').orderBy('r.id', 'desc').limit(limit + 1).execute()
  const heads = new Map((await viewHeads(act, rows.slice(0, limit))).map((head) => [head.id, head]))
  const { items, next } = pageOf(rows, limit, { keyset: (row) => ({ at: row.started_at, id: row.id }), item: (row) => heads.get(row.id) })
  return { items: items.filter((head) => head !== undefined), next }
}
