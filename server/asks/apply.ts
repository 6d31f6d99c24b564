import type { Ask, AskChange, AskEffect, AskStep } from '#domain/asks/ask.ts'
import { OPEN_STATES } from '#domain/asks/ask-table.ts'
import { timersOf } from '#domain/asks/change-ask.ts'
import { settleItems, tell, withdraw } from '#server/attention/public.ts'
import type { InboxKind, Standing } from '#server/attention/public.ts'
import type { Act } from '#server/platform/act.ts'
import { membersOf } from '#server/spaces/public.ts'
import { keepThreadAsk } from '#server/threads/public.ts'
import { ANSWER, ASKED, CLARIFIED, QUESTION, STATE, TIMERS } from './names.ts'
import type { AskRow } from './queries.ts'
import { changing } from './rows.ts'
import { failpoint } from '#server/platform/failpoint.ts'

/** Where an ask stands, for what follows from a change. */
export type AskPlace = Pick<AskRow, 'entry_id' | 'thread_id' | 'number' | 'space_id'>

/** Saves what became of an ask: its row, its history, its timers, and who hears of it. */
export async function applyChange(act: Act, place: AskPlace, { ask, steps, effects }: AskChange, answerReplyId?: string): Promise<void> {
  await act.tx.updateTable('ask').set({ ...changing(ask), ...(answerReplyId !== undefined && { answer_reply_id: answerReplyId }) })
    .where('workspace_id', '=', act.actor.workspaceId).where('entry_id', '=', ask.id).execute()
  await record(act, place, { ask, steps, effects })
}

/** History, timers, thread and telling; also for an ask that was just written. */
export async function record(act: Act, place: AskPlace, { ask, steps, effects }: AskChange): Promise<void> {
  const { workspaceId } = act.actor
  const written = steps.map((step) => ({ id: act.newId(), step }))
  if (written.length > 0) {
    await act.tx.insertInto('ask_step').values(written.map(({ id, step }) => ({
      workspace_id: workspaceId, id, ask_id: ask.id, at: act.now, kind: step.kind, actor_id: step.actorId, person_id: step.personId, text: step.text, due_at: ask.clock.dueAt,
    }))).execute()
  }
  await keepTimers(act, ask)
  await failpoint('ask.after_change')
  const open = OPEN_STATES.has(ask.state)
  await keepThreadAsk(act, { askId: ask.id, threadId: place.thread_id, askerId: ask.askerId, answererId: ask.answererId, state: ask.state, open, askedAt: ask.askedAt, dueAt: ask.clock.dueAt })
  if (!open) await settleAll(act, ask.id)
  if (steps.some((step) => step.kind === 'clarified')) await settleItems(act, { source: QUESTION, subjectIds: [ask.id], reason: 'answered' })
  for (const { id, step } of written) await tellOf(act, place, { ask, step, stepId: id, effects })
  await act.emit({ kind: open ? steps.some((step) => step.kind === 'asked') ? 'ask.asked' : 'ask.changed' : 'ask.settled', spaceId: place.space_id, payload: { entryId: ask.id, number: place.number } })
}

/** Nothing is asked of anybody any more. */
async function settleAll(act: Act, askId: string): Promise<void> {
  for (const source of [ASKED, QUESTION, CLARIFIED]) await settleItems(act, { source, subjectIds: [askId], reason: 'settled' })
}

async function keepTimers(act: Act, ask: Ask): Promise<void> {
  const wanted = new Map(timersOf(ask).map(({ kind, at }) => [kind, at]))
  for (const kind of ['due', 'silent', 'cover'] as const) {
    const at = wanted.get(kind)
    if (at) await act.timer({ kind: TIMERS[kind], key: ask.id, at, payload: { askId: ask.id } })
    else await act.dropTimer(TIMERS[kind], ask.id)
  }
  if (ask.overdueAt === null) await act.dropTimer(TIMERS.escalate, ask.id)
  if (!OPEN_STATES.has(ask.state) || ask.acknowledgedAt !== null) await act.dropTimer(TIMERS.urgent, ask.id)
}

type Told = { kind: InboxKind; source: string; obliges: boolean }

/** What a step means for whoever hears of it: the person who has to act next, or anybody else. */
function toldAs(step: AskStep, personId: string, ask: Ask): Told {
  const acts = personId === (ask.state === 'question_back' ? ask.askerId : ask.answererId) && OPEN_STATES.has(ask.state)
  switch (step.kind) {
    case 'asked':
    case 'reassigned':
    case 'covered':
    case 'reopened': return acts ? { kind: 'ask', source: ASKED, obliges: true } : { kind: step.kind === 'asked' ? 'ask' : 'redirect', source: step.kind === 'asked' ? ASKED : STATE, obliges: false }
    case 'declined': return acts ? { kind: 'ask', source: ASKED, obliges: true } : { kind: 'redirect', source: STATE, obliges: false }
    case 'left': return acts ? { kind: 'ask', source: ASKED, obliges: true } : { kind: 'overdue', source: STATE, obliges: false }
    case 'asked_back': return { kind: 'question-back', source: QUESTION, obliges: true }
    case 'clarified': return { kind: 'clarification', source: CLARIFIED, obliges: acts }
    case 'answered': return { kind: 'answer', source: ANSWER, obliges: false }
    case 'lapsed': return { kind: 'silence', source: STATE, obliges: false }
    case 'overdue':
    case 'escalated': return { kind: 'overdue', source: STATE, obliges: acts || personId === step.personId }
    default: return { kind: 'answer', source: STATE, obliges: false }
  }
}

/** Who knows already that it is late is not told of each step again; the space hears of it in its digests. */
type Happened = { ask: Ask; step: AskStep; stepId: string; effects: readonly AskEffect[] }

async function tellOf(act: Act, place: AskPlace, { ask, step, stepId, effects }: Happened): Promise<void> {
  const about = { subjectId: ask.id, conversationId: place.thread_id, spaceId: place.space_id }
  for (const effect of effects) {
    if (effect.kind !== 'tell' || effect.about !== step.kind || (ask.urgent && isFirstCall(step, effect.personId, ask))) continue
    if (step.kind === 'escalated' && effect.personId !== step.personId) continue
    const told = toldAs(step, effect.personId, ask)
    if (told.source === STATE) await withdraw(act, { source: STATE, subjectIds: [ask.id], reason: 'newer', personId: effect.personId })
    const standing: Standing = told.obliges || told.kind === 'answer' ? 'asked' : 'mentioned'
    await tell(act, { key: `ask:${stepId}:${effect.personId}`, ...told, ...about, readers: [{ personId: effect.personId, standing }] })
  }
  if (step.kind === 'escalated' && effects.some((effect) => effect.kind === 'alarm')) {
    const others = (await membersOf(act, place.space_id)).filter((id) => id !== ask.askerId && id !== ask.answererId)
    await tell(act, { key: `ask:${stepId}:alarm`, kind: 'overdue', source: STATE, ...about, readers: others.map((personId) => ({ personId, standing: 'space' as const })) })
  }
}

/** The answerer of an urgent ask is told by its own timer, which repeats until somebody is on it. */
const isFirstCall = (step: AskStep, personId: string, ask: Ask): boolean => personId === ask.answererId && ['asked', 'reassigned', 'covered', 'reopened', 'left', 'declined'].includes(step.kind)
