import type { addToAsk, answerAsk, askBack, AskView, changeDue, clarifyAsk, declineAsk, notAnswered, rateAsk, reassignAsk, snoozeAsk, withdrawAsk } from '#contract/asks.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Ask, AskEvent } from '#domain/asks/ask.ts'
import { ASK_TABLE } from '#domain/asks/ask-table.ts'
import { changeAsk } from '#domain/asks/change-ask.ts'
import { snoozeUntil } from '#domain/asks/groups.ts'
import { silenceOf } from '#domain/asks/kinds.ts'
import { planAsk, planResume } from '#domain/asks/plan-ask.ts'
import type { Answerers } from '#domain/asks/plan-ask.ts'
import { clockTime } from '#domain/asks/reader.ts'
import { checkNotSilent } from '#domain/asks/silent.ts'
import { may } from '#domain/policy.ts'
import type { Action } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Saying } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { settingsOf } from '#server/agreement/public.ts'
import { calendarOf, knownTo } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import type { ReplyKind } from '#server/platform/db/tables/threads.ts'
import { addReply } from '#server/threads/public.ts'
import { applyChange } from './apply.ts'
import { answerersOf } from './people.ts'
import { askFor, othersOf } from './queries.ts'
import type { AskRow } from './queries.ts'
import { askOf, rightsOf } from './rows.ts'
import { restartUrgent } from './urgent.ts'
import { viewAskByNumber } from './views.ts'

/** Who may, said to somebody who may not. */
const WHOSE: Readonly<Record<'answerer' | 'asker' | 'writer', Saying>> = {
  answerer: { message: said`This is asked of somebody else.`, next: said`Add what you know as a reply, or offer the asker to answer instead.` },
  asker: { message: said`Only who asked can do this.`, next: said`Tell them in the thread.` },
  writer: { message: said`You may not write in this space.`, next: said`Ask somebody in the space to add you, or to open it again.` },
}

type Locked = { row: AskRow; ask: Ask }
type Written = { body: string; files: string[] }

/** The ask, kept from others; the state is asked before the right, since "answered already" helps more than "not yours". */
async function locked(act: Act, number: number, action: Action, event: AskEvent['kind'] | null, who: 'answerer' | 'asker' | 'writer'): Promise<Locked> {
  const row = await askFor(act, number, { lock: true })
  const ask = askOf(row, (await othersOf(act, [row.entry_id])).get(row.entry_id) ?? [])
  const cell = event === null ? null : ASK_TABLE[ask.state][event]
  if (cell && !cell.allowed) throw new Refusal('conflict', cell.message, cell.next)
  if (!may(act.actor, action, { ask: rightsOf(act.actor.workspaceId, row) })) throw new Refusal('not_allowed', WHOSE[who].message, WHOSE[who].next)
  return { row, ask }
}

const peopleOf = async (act: Act, { row, ask }: Locked, also: readonly string[] = []): Promise<Answerers> => answerersOf(act, {
  place: rightsOf(act.actor.workspaceId, row).place, askerId: ask.askerId, personIds: [ask.answererId, ask.firstAnswererId, ...also], settings: await settingsOf(act),
})
const termsAgain = (ask: Ask) => ({ term: ask.term, urgent: ask.urgent, silent: silenceOf(ask) !== null })
/** Who hears of it by the ask itself is not told of the reply as well. */
const say = (act: Act, { row, ask }: Locked, kind: ReplyKind, { body, files }: Written) =>
  addReply(act, { threadId: row.thread_id, kind, askId: row.entry_id, body, files, toldAlready: [ask.askerId, ask.answererId] })

async function happen(act: Act, one: Locked, event: AskEvent, answerReplyId?: string): Promise<AskView> {
  await applyChange(act, one.row, changeAsk(one.ask, event, act.now), answerReplyId)
  return viewAskByNumber(act, one.row.number)
}

/** Its reader has opened it. Anybody else's reading says nothing, and changes nothing. */
export async function see(act: Act, { number }: { number: number }): Promise<AskView> {
  const row = await askFor(act, number, { lock: true })
  const ask = askOf(row, (await othersOf(act, [row.entry_id])).get(row.entry_id) ?? [])
  const change = ASK_TABLE[ask.state].see.allowed ? changeAsk(ask, { kind: 'see', by: act.actor.personId }, act.now) : null
  if (change && change.ask !== ask) await applyChange(act, row, change)
  return viewAskByNumber(act, number)
}

export async function answer(act: Act, input: InputOf<typeof answerAsk>): Promise<AskView> {
  const one = await locked(act, input.number, 'ask.answer', 'answer', 'answerer')
  checkNotSilent(one.ask, act.now)
  const { id } = await say(act, one, 'answer', input)
  return happen(act, one, { kind: 'answer', by: act.actor.personId, text: input.body }, id)
}

export async function back(act: Act, input: InputOf<typeof askBack>): Promise<AskView> {
  const one = await locked(act, input.number, 'ask.ask-back', 'ask_back', 'answerer')
  const who = await peopleOf(act, one)
  const reader = who.readers.get(one.ask.answererId)
  if (!reader) throw new Error(`The answerer of ${one.ask.id} has no calendar.`)
  await say(act, one, 'question-back', input)
  return happen(act, one, { kind: 'ask_back', by: act.actor.personId, question: input.body, time: clockTime(reader, { urgent: one.ask.urgent, stopsInFocus: who.stopsInFocus }) })
}

export async function clarify(act: Act, input: InputOf<typeof clarifyAsk>): Promise<AskView> {
  const one = await locked(act, input.number, 'ask.clarify', 'clarify', 'asker')
  const plan = planResume({ ...one.ask, silent: silenceOf(one.ask) !== null }, act.now, await peopleOf(act, one))
  await say(act, one, 'clarification', input)
  return happen(act, one, { kind: 'clarify', by: act.actor.personId, text: input.body, plan })
}

export async function addTo(act: Act, input: InputOf<typeof addToAsk>): Promise<AskView> {
  const one = await locked(act, input.number, 'ask.add', 'add', 'writer')
  await say(act, one, 'addition', input)
  return happen(act, one, { kind: 'add', by: act.actor.personId, text: input.body })
}

/** Declines; with somebody else, it is asked of them at once, with the whole time. */
export async function decline(act: Act, { number, reason, to }: InputOf<typeof declineAsk>): Promise<AskView> {
  const one = await locked(act, number, 'ask.decline', 'decline', 'answerer')
  const redirect = to === null ? null : await planFor(act, one, to)
  await say(act, one, 'reply', { body: reason, files: [] })
  const view = await happen(act, one, { kind: 'decline', by: act.actor.personId, reason, redirect })
  if (redirect) await restartUrgent(act, one.row.entry_id)
  return view
}

export async function reassign(act: Act, { number, to, reason }: InputOf<typeof reassignAsk>): Promise<AskView> {
  const one = await locked(act, number, 'ask.reassign', 'reassign', 'asker')
  const plan = await planFor(act, one, to)
  if (reason.trim() !== '') await say(act, one, 'reply', { body: reason, files: [] })
  const view = await happen(act, one, { kind: 'reassign', by: act.actor.personId, plan })
  await restartUrgent(act, one.row.entry_id)
  return view
}

async function planFor(act: Act, one: Locked, to: string) {
  if (to === one.ask.askerId) throw new Refusal('bad_input', said`This would ask the asker.`, said`Choose somebody else, or decline it.`)
  if (to === one.ask.answererId) throw new Refusal('bad_input', said`This person is asked already.`, said`Choose somebody else.`)
  const who = await peopleOf(act, one, [to])
  if (!who.mayAnswer.has(to) || !(await knownTo(act, [to])).has(to)) throw new Refusal('bad_input', said`This person cannot see the ask.`, said`Add them to ${one.row.space_name}, or choose somebody who is in it.`)
  return planAsk(to, termsAgain(one.ask), act.now, who)
}

export async function withdraw(act: Act, { number, reason }: InputOf<typeof withdrawAsk>): Promise<AskView> {
  const one = await locked(act, number, 'ask.withdraw', 'withdraw', 'asker')
  return happen(act, one, { kind: 'withdraw', by: act.actor.personId, reason })
}

/** The answer does not answer it: asked of the same person again, with the whole time. */
export async function reopen(act: Act, input: InputOf<typeof notAnswered>): Promise<AskView> {
  const one = await locked(act, input.number, 'ask.not-answered', 'reopen', 'asker')
  const plan = planAsk(one.ask.answererId, termsAgain({ ...one.ask, term: one.ask.chosenDue ? { kind: 'working_days', days: 0 } : one.ask.term }), act.now, await peopleOf(act, one))
  await say(act, one, 'reply', input)
  return happen(act, one, { kind: 'reopen', by: act.actor.personId, text: input.body, plan })
}

export async function moreTime(act: Act, { number, dueAt }: InputOf<typeof changeDue>): Promise<AskView> {
  const one = await locked(act, number, 'ask.change-due', 'change_due', 'asker')
  return happen(act, one, { kind: 'change_due', by: act.actor.personId, dueAt: Temporal.Instant.from(dueAt) })
}

/** "I am on it": an urgent ask stops repeating. */
export async function acknowledge(act: Act, { number }: { number: number }): Promise<AskView> {
  const one = await locked(act, number, 'ask.acknowledge', 'acknowledge', 'answerer')
  return happen(act, one, { kind: 'acknowledge', by: act.actor.personId })
}

export async function rate(act: Act, { number, rating }: InputOf<typeof rateAsk>): Promise<AskView> {
  const one = await locked(act, number, 'ask.rate', 'rate', 'answerer')
  return happen(act, one, { kind: 'rate', by: act.actor.personId, rating })
}

/** Out of the actor's own list for a while; it comes back by its due time at the latest. */
export async function snooze(act: Act, { number, until }: InputOf<typeof snoozeAsk>): Promise<AskView> {
  const one = await locked(act, number, 'ask.snooze', null, 'writer')
  const { workspaceId, personId } = act.actor
  await act.tx.deleteFrom('ask_snooze').where('workspace_id', '=', workspaceId).where('ask_id', '=', one.ask.id).where('person_id', '=', personId).execute()
  if (until !== null) {
    const choice = until === 'hour' ? { kind: 'hour' as const } : until === 'shift' ? { kind: 'tomorrow' as const } : { kind: 'at' as const, at: Temporal.Instant.from(until) }
    const mine = one.ask.answererId === personId ? one.ask.clock.dueAt : null
    await act.tx.insertInto('ask_snooze').values({ workspace_id: workspaceId, ask_id: one.ask.id, person_id: personId, until: snoozeUntil(choice, await calendarOf(act, personId), mine, act.now) }).execute()
  }
  await act.emit({ kind: 'ask.changed', personId, spaceId: one.row.space_id, payload: { entryId: one.ask.id, number } })
  return viewAskByNumber(act, number)
}
