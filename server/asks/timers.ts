import type { Ask, AskEvent } from '#domain/asks/ask.ts'
import { OPEN_STATES } from '#domain/asks/ask-table.ts'
import { canHappen, changeAsk, isDue } from '#domain/asks/change-ask.ts'
import { silenceOf } from '#domain/asks/kinds.ts'
import { nextEscalation } from '#domain/asks/overdue.ts'
import { planAgain, planAsk } from '#domain/asks/plan-ask.ts'
import type { AskPlan } from '#domain/asks/plan-ask.ts'
import { unlessNoWork } from '#domain/asks/unless-no-work.ts'
import { settingsOf } from '#server/agreement/public.ts'
import { calendarsOf } from '#server/people/public.ts'
import type { Act, Listener, TimerHandler } from '#server/platform/act.ts'
import { applyChange } from './apply.ts'
import { TIMERS } from './names.ts'
import { answerersOf, pathOf, whoSees } from './people.ts'
import { lockAsk, openAsksOf, othersOf, selectAnyAsks } from './queries.ts'
import type { AskRow } from './queries.ts'
import { askOf, rightsOf } from './rows.ts'
import { restartUrgent, tellUrgent } from './urgent.ts'

type One = { row: AskRow; ask: Ask }

async function load(act: Act, askId: string): Promise<One | null> {
  const row = await lockAsk(act, askId)
  return row ? { row, ask: askOf(row, (await othersOf(act, [askId])).get(askId) ?? []) } : null
}

const happen = (act: Act, { row, ask }: One, event: AskEvent): Promise<void> => applyChange(act, row, changeAsk(ask, event, act.now))

/** The shown time came: overdue, or silence has answered. */
const onDue: TimerHandler = async (act, { askId = '' }) => {
  const one = await load(act, askId)
  if (!one || !isDue(one.ask, act.now)) return
  const silent = silenceOf(one.ask) !== null
  await happen(act, one, { kind: silent ? 'silent' : 'due' })
  if (!silent) await escalateNext(act, askId)
}

/** Sets, or takes, the next step of the escalation path. */
async function escalateNext(act: Act, askId: string): Promise<void> {
  const one = await load(act, askId)
  if (!one) return
  const settings = await settingsOf(act)
  const path = await pathOf(act, settings)
  const ids = [...path.personIds, ...path.role?.holderIds ?? []]
  const [calendars, mayHear] = await Promise.all([calendarsOf(act, ids), whoSees(act, rightsOf(act.actor.workspaceId, one.row).place, ids)])
  const next = nextEscalation(one.ask, path, { calendars, mayHear })
  if (!next) return
  if (Temporal.Instant.compare(act.now, next.at) < 0) return act.timer({ kind: TIMERS.escalate, key: askId, at: next.at, payload: { askId } })
  await happen(act, one, { kind: 'escalate', personId: next.personId })
  if (next.personId !== null) await escalateNext(act, askId)
}

/** An absence begins, or hours changed: the clock follows, and no shown time comes earlier. */
async function planOne(act: Act, one: One, arrives = false): Promise<void> {
  const { ask, row } = one
  if (!canHappen(ask.state, 'replan')) return
  const [who, silent] = [await whoMay(act, one), silenceOf(ask) !== null]
  const plan = arrives ? unlessNoWork(() => planAsk(ask.answererId, { term: ask.term, urgent: ask.urgent, silent }, act.now, who)) : planAgain({ ...ask, silent }, act.now, who)
  if (plan === null) return
  const moved = plan.answererId !== ask.answererId
  await happen(act, one, { kind: moved ? 'cover' : 'replan', plan })
  if (moved) await restartUrgent(act, row.entry_id)
}

const whoMay = async (act: Act, { ask, row }: One) => answerersOf(act, {
  place: rightsOf(act.actor.workspaceId, row).place, askerId: ask.askerId, personIds: [ask.answererId, ask.firstAnswererId], settings: await settingsOf(act),
})

const onCover: TimerHandler = async (act, { askId = '' }) => {
  const one = await load(act, askId)
  if (one) await planOne(act, one)
}

/** It cannot be taken back any more: whoever is asked owes an answer from now on, and an open page of theirs hears so. */
const onOwed: TimerHandler = async (act, { askId = '' }) => {
  const one = await load(act, askId)
  if (one && OPEN_STATES.has(one.ask.state)) await act.emit({ kind: 'ask.owed', personId: one.ask.answererId, payload: { entryId: askId, number: one.row.number } })
}

export const askTimers = {
  [TIMERS.owed]: onOwed, [TIMERS.due]: onDue, [TIMERS.silent]: onDue, [TIMERS.cover]: onCover, [TIMERS.urgent]: tellUrgent,
  [TIMERS.escalate]: (act: Act, { askId = '' }: Record<string, string>) => escalateNext(act, askId),
}

const personIn: (event: Parameters<Listener>[1]) => string = ({ payload }) => String(payload?.['personId'] ?? '')

const onTimeChanged: Listener = async (act, event) => {
  const personId = personIn(event)
  if (await isArriving(act, personId)) return startAsksOf(act, personId)
  for (const askId of await openAsksOf(act, personId)) {
    const one = await load(act, askId)
    if (one) await planOne(act, one)
  }
}

/** Somebody whom an import named says when they work: they come just now. */
async function isArriving({ tx, actor: { workspaceId } }: Act, personId: string): Promise<boolean> {
  const row = await tx.selectFrom('person').select('id').where('workspace_id', '=', workspaceId).where('id', '=', personId).where('placeholder_source', 'is not', null).executeTakeFirst()
  return row !== undefined
}

/**
 * Open asks that came with an export have no timers: nobody was here to answer. Once their answerer is, each has its whole
 * time again from then on, in their hours, and never less than was shown.
 */
export async function startAsksOf(act: Act, personId: string): Promise<void> {
  for (const askId of await openAsksOf(act, personId)) {
    const one = await load(act, askId)
    if (one && one.ask.answererId === personId && !await hasTimer(act, askId)) await planOne(act, one, true)
  }
}

async function hasTimer({ tx, actor: { workspaceId } }: Act, askId: string): Promise<boolean> {
  const row = await tx.selectFrom('timer').select('id').where('workspace_id', '=', workspaceId).where('kind', 'in', [TIMERS.due, TIMERS.silent]).where('key', '=', askId).limit(1).executeTakeFirst()
  return row !== undefined
}

/** Somebody left the workspace, the space, or the reach of an ask: to whoever covers, or to nobody, which the asker hears at once. */
async function leave(act: Act, one: One): Promise<void> {
  const who = await whoMay(act, one)
  if (who.mayAnswer.has(one.ask.answererId) || !canHappen(one.ask.state, 'leave')) return
  const { absences } = who.readers.get(one.ask.answererId)?.calendar ?? { absences: [] }
  const coverId = absences.find((absence) => absence.coverId !== null && who.mayAnswer.has(absence.coverId) && absence.coverId !== one.ask.askerId)?.coverId ?? null
  const plan: AskPlan | null = coverId === null ? null : unlessNoWork(() => planAsk(coverId, { term: one.ask.term, urgent: one.ask.urgent, silent: silenceOf(one.ask) !== null }, act.now, who))
  await happen(act, one, { kind: 'leave', plan })
  if (plan) return restartUrgent(act, one.row.entry_id)
  await escalateNext(act, one.row.entry_id)
}

const onLeft: Listener = async (act, event) => {
  for (const askId of await openAsksOf(act, personIn(event))) {
    const one = await load(act, askId)
    if (one) await leave(act, one)
  }
}

const onMoved: Listener = async (act, { payload }) => {
  const one = await load(act, String(payload?.['entryId'] ?? ''))
  if (!one) return
  await act.tx.updateTable('ask').set({ thread_id: String(payload?.['threadId'] ?? one.row.thread_id) }).where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', one.row.entry_id).execute()
  const moved = await load(act, one.row.entry_id)
  if (moved) await leave(act, moved)
}

/** Its reader has read the thread in which it stands. */
const onRead: Listener = async (act, { payload }) => {
  const rows = await act.tx.selectFrom('ask').select('entry_id').where('workspace_id', '=', act.actor.workspaceId).where('thread_id', '=', String(payload?.['threadId'] ?? ''))
    .where('answerer_id', '=', act.actor.personId).where('state', 'in', ['open', 'clarified']).orderBy('entry_id').execute()
  for (const { entry_id } of rows) {
    const one = await load(act, entry_id)
    if (one && canHappen(one.ask.state, 'see')) await happen(act, one, { kind: 'see', by: act.actor.personId })
  }
}

/** What its author deletes or takes back is asked of nobody any more. */
const onDeleted: Listener = async (act, { payload }) => {
  const row = await act.tx.selectFrom('ask').select('entry_id').where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', String(payload?.['entryId'] ?? '')).executeTakeFirst()
  const one = row && await loadDeleted(act, row.entry_id)
  if (one && canHappen(one.ask.state, 'withdraw')) await happen(act, one, { kind: 'withdraw', by: act.actor.personId, reason: 'It was deleted.' })
}

/** The entry is hidden already when its room hears of it. */
async function loadDeleted(act: Act, askId: string): Promise<One | null> {
  const row = await selectAnyAsks(act).where('a.entry_id', '=', askId).forUpdate('a').executeTakeFirst()
  return row ? { row, ask: askOf(row, (await othersOf(act, [askId])).get(askId) ?? []) } : null
}

export const askListeners = {
  'people.hours_changed': onTimeChanged, 'attention.focus_changed': onTimeChanged, 'people.deactivated': onLeft, 'space.left': onLeft,
  'ask.moved': onMoved, 'thread.read': onRead, 'entry.deleted': onDeleted,
}
