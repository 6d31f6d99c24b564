import type { clearLine, postWrap, WrapView } from '#contract/handoffs.ts'
import type { InputOf } from '#contract/operation.ts'
import { offerBaton } from '#domain/handoffs/baton.ts'
import type { BatonChange } from '#domain/handoffs/baton.ts'
import { shiftOfWrap } from '#domain/handoffs/shift-of-wrap.ts'
import { tldrOf } from '#domain/handoffs/tldr.ts'
import { wrapTitle } from '#domain/handoffs/wrap-title.ts'
import { may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { addEntry, entryByNumber } from '#server/entries/public.ts'
import type { Act } from '#server/platform/act.ts'
import { placeOf, spaceFor } from '#server/spaces/public.ts'
import type { Space } from '#server/spaces/public.ts'
import { noteStep, setClocks } from './baton-changes.ts'
import { loadHandover, planReceiver, requirePerson } from './handovers.ts'
import { columnsOf, insertLines } from './queries.ts'
import type { NewLine } from './queries.ts'
import { viewWrap } from './wrap-views.ts'
import type { WrapHead } from './wrap-views.ts'

type PostWrap = InputOf<typeof postWrap>

/** Signs a wrap: entry, lines, batons with their clocks and first mails, all or nothing. */
export async function post(act: Act, input: PostWrap): Promise<WrapView> {
  const space = await spaceFor(act, input.spaceId, 'space.write')
  const named = [...input.blockers.map((line) => line.ownerId), ...input.questions.map((line) => line.answererId)].filter((id) => id !== null)
  const handover = await loadHandover(act, space, { giverId: act.actor.personId, to: input.batons.map((baton) => baton.to), also: named })
  for (const personId of named) requirePerson(personId, handover)
  const offers = input.batons.map((baton) => ({ ...baton, change: offerBaton(act.actor.personId, planReceiver(baton.to, handover), act.now) }))
  const calendar = handover.calendars.get(act.actor.personId)
  const entry = await addEntry(act, {
    kind: 'wrap', spaceId: space.id, title: wrapTitle(act.actor.name, act.now, act.actor.zone), tldr: tldrOf(input.mostImportant), text: allTextOf(input),
  })
  const shift = calendar ? shiftOfWrap(act.now, calendar) : null
  await act.tx.insertInto('wrap').values({
    workspace_id: act.actor.workspaceId, entry_id: entry.id, shift_start: shift?.start ?? null, shift_end: shift?.end ?? null, state_text: input.state,
    next_action: input.nextAction, most_important: input.mostImportant, seconds_taken: input.secondsTaken,
  }).execute()
  await insertLines(act.tx, act.actor.workspaceId, { entryId: entry.id, lines: linesFrom(input), newId: act.newId })
  for (const [position, offer] of offers.entries()) await insertBaton(act, { ...offer, position, entry, spaceId: space.id })
  await act.emit({ kind: 'wrap.posted', spaceId: space.id, payload: { entryId: entry.id, number: entry.number } })
  return viewWrap(act, headOf(act, space, entry), handover.members)
}

/** The entry as it was just written. */
function headOf({ actor, now }: Act, space: Space, { id, number }: { id: string; number: number }): WrapHead {
  const place = placeOf(actor.workspaceId, space)
  return { id, number, spaceId: space.id, authorId: actor.personId, publishedAt: now, rights: { workspaceId: actor.workspaceId, authorId: actor.personId, deleted: false, place } }
}

type NewBatonRow = PostWrap['batons'][number] & { change: BatonChange; position: number; entry: { id: string; number: number }; spaceId: string }

async function insertBaton(act: Act, { text, nextStep, to, change, position, entry, spaceId }: NewBatonRow): Promise<void> {
  const id = act.newId()
  await act.tx.insertInto('baton').values({
    workspace_id: act.actor.workspaceId, id, entry_id: entry.id, position, space_id: spaceId, text, next_step: nextStep, giver_id: change.baton.giverId,
    to_kind: to.kind, to_person_id: to.kind === 'person' ? to.personId : null, to_role_id: to.kind === 'role' ? to.roleId : null, ...columnsOf(change.baton),
  }).execute()
  const stepId = await noteStep(act, id, change.step)
  await setClocks(act, id, change.baton, { stepId, fresh: true })
  await act.emit({ kind: 'baton.offered', spaceId, payload: { batonId: id, number: entry.number, giverId: change.baton.giverId, receiverId: change.baton.receiverId } })
}

function linesFrom({ done, blockers, decisions, questions }: PostWrap): NewLine[] {
  const plain = { personId: null, eta: null, why: '', source: null }
  return [
    ...done.map((line): NewLine => ({ ...plain, kind: 'done', text: line.text, source: line.source })),
    ...blockers.map((line): NewLine => ({ ...plain, kind: 'blocker', text: line.text, personId: line.ownerId, eta: line.eta })),
    ...decisions.map((line): NewLine => ({ ...plain, kind: 'decision', text: line.text, why: line.why })),
    ...questions.map((line): NewLine => ({ ...plain, kind: 'question', text: line.text, personId: line.answererId })),
  ]
}

/** Everything that a reader reads, for the count of words. */
function allTextOf(input: PostWrap): string {
  const lines = [...input.done, ...input.blockers, ...input.decisions, ...input.questions, ...input.batons].map((line) => line.text)
  return [input.state, input.nextAction, input.mostImportant, ...lines, ...input.decisions.map((line) => line.why), ...input.batons.map((baton) => baton.nextStep)].join('\n')
}

/** Marks a blocker as cleared, or a question as answered; once. */
export async function clear(act: Act, { number, lineId }: InputOf<typeof clearLine>): Promise<WrapView> {
  const entry = await entryByNumber(act, number)
  const { workspaceId, personId } = act.actor
  const line = await act.tx.selectFrom('wrap_line').select(['kind', 'person_id', 'cleared_at']).where('workspace_id', '=', workspaceId)
    .where('id', '=', lineId).where('entry_id', '=', entry.id).where('kind', 'in', ['blocker', 'question']).forUpdate().executeTakeFirst()
  if (!line || entry.rights.place === null) throw new Refusal('not_found', said`#${number} has no such blocker or question.`, said`Read the wrap again; it may have been changed.`)
  if (line.cleared_at !== null) throw new Refusal('conflict', line.kind === 'blocker' ? said`This blocker was cleared already.` : said`This question was answered already.`, said`Read the wrap again to see by whom.`)
  if (!may(act.actor, 'line.clear', { line: { authorId: entry.authorId, personId: line.person_id, place: entry.rights.place } })) {
    throw new Refusal('not_allowed', said`Somebody else was named for this.`, said`Ask them, or the author of the wrap, to clear it.`)
  }
  await act.tx.updateTable('wrap_line').set({ cleared_at: act.now, cleared_by: personId }).where('workspace_id', '=', workspaceId).where('id', '=', lineId).execute()
  await act.emit({ kind: 'wrap.line_cleared', spaceId: entry.spaceId, payload: { entryId: entry.id, number, lineId } })
  return viewWrap(act, entry)
}
