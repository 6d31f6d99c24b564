import type { askBlocker, AnswerView, FormView } from '#contract/checkins.ts'
import type { InputOf } from '#contract/operation.ts'
import { blockerAsk, checkBlocker } from '#domain/checkins/answers.ts'
import type { BlockerOwner } from '#domain/checkins/answers.ts'
import { may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { askFrom } from '#server/asks/public.ts'
import { entryByNumber } from '#server/entries/public.ts'
import type { Act } from '#server/platform/act.ts'
import { answersOf, promptOfEntry } from './prompt-queries.ts'
import { formsById, hiddenForm } from './queries.ts'
import { viewAnswerByNumber } from './round.ts'

type Blocker = { entry: { id: string; number: number }; spaceId: string; text: string; owner: BlockerOwner }

/** Makes what blocks the actor an ask on whoever can clear it. */
export async function askOwner(act: Act, { entry, spaceId, text, owner }: Blocker): Promise<void> {
  await askFrom(act, { fromEntryId: entry.id, spaceId, ...blockerAsk(text, entry.number), ...owner })
}

/** The same once the check-in is published; a blocker of several parts may be asked of several people. */
export async function ask(act: Act, { number, key, to, needBy }: InputOf<typeof askBlocker>): Promise<AnswerView & { form: FormView }> {
  const entry = await entryByNumber(act, number)
  const prompt = await promptOfEntry(act, entry.id)
  const form = prompt && (await formsById(act, [prompt.form_id])).get(prompt.form_id)
  if (!prompt || !form) throw hiddenForm()
  if (!may(act.actor, 'entry.edit', { entry: entry.rights })) throw new Refusal('not_allowed', said`Only who is blocked asks to have it cleared.`, said`Say in a thread that you can help, or ask for something of your own.`)
  const answer = (await answersOf(act, [entry.id])).get(entry.id)?.find((one) => one.key === key)
  checkBlocker({ key, text: answer?.text ?? '' })
  await askOwner(act, { entry, spaceId: form.space_id, text: answer?.text ?? '', owner: { to, needBy } })
  await act.emit({ kind: 'checkin.blocker_asked', spaceId: form.space_id, payload: { entryId: entry.id, number } })
  return viewAnswerByNumber(act, number)
}
