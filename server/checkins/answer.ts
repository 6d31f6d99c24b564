import type { answerPrompt, AnswerView, skipPrompt } from '#contract/checkins.ts'
import type { InputOf } from '#contract/operation.ts'
import { answersText, answersTldr, checkAnswers } from '#domain/checkins/answers.ts'
import type { Answer } from '#domain/checkins/answers.ts'
import { allow, may } from '#domain/policy.ts'
import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import { addEntry } from '#server/entries/public.ts'
import type { Act } from '#server/platform/act.ts'
import { askOwner } from './blockers.ts'
import { CLOSE } from './planning.ts'
import { lockPrompt, updatePrompt } from './prompt-queries.ts'
import type { PromptRow } from './prompt-queries.ts'
import { formsById, placeOfForm } from './queries.ts'
import type { FormRow } from './queries.ts'
import { viewAnswerByNumber } from './round.ts'
import { SKIPPED } from '#domain/checkins/skip-words.ts'

/** Publishes the answers as an entry of the space, and asks whoever can clear what is in the way. One that came after its window is still welcome. */
export async function answer(act: Act, input: InputOf<typeof answerPrompt>): Promise<AnswerView> {
  const { prompt, form } = await myPrompt(act, input.id)
  allow(act.actor, 'space.write', { place: placeOfForm(act.actor.workspaceId, form) })
  const answers = checkAnswers(form.questions, input.answers)
  requireOwnSources(prompt, answers)
  const entry = await addEntry(act, { kind: 'checkin', spaceId: form.space_id, title: `${form.name}, ${prompt.on_date}`, tldr: answersTldr(answers), text: answersText(answers) })
  await act.tx.insertInto('checkin_answer').values(answers.map(({ key, question, text, source }, position) => ({
    workspace_id: act.actor.workspaceId, entry_id: entry.id, position, key, question, text, source_number: source,
  }))).execute()
  await updatePrompt(act, prompt.id, { state: 'answered', entry_id: entry.id })
  await act.dropTimer(CLOSE, prompt.id)
  await act.emit({ kind: 'checkin.answered', spaceId: form.space_id, payload: { entryId: entry.id, number: entry.number, promptId: prompt.id } })
  for (const { text, ask } of answers) if (ask) await askOwner(act, { entry, spaceId: form.space_id, text, owner: ask })
  const { form: _form, ...view } = await viewAnswerByNumber(act, entry.number)
  return view
}

/** A source says which wrap answered; it cannot point anywhere else. */
function requireOwnSources(prompt: PromptRow, answers: readonly Answer[]): void {
  const foreign = answers.find(({ key, source }) => source !== null && prompt.prefill[key]?.source !== source)
  if (foreign && foreign.source !== null) throw new Refusal('bad_input', said`#${foreign.source} did not answer “${foreign.question}”.`, said`Leave the source out.`)
}

/** Says that there is nothing to say today; shown with its reason. */
export async function skip(act: Act, { id, reason }: InputOf<typeof skipPrompt>): Promise<{ ok: true }> {
  const { prompt, form } = await myPrompt(act, id)
  await updatePrompt(act, prompt.id, { state: 'skipped', reason: reason.trim() === '' ? SKIPPED.nothing.key : reason })
  await act.dropTimer(CLOSE, prompt.id)
  await act.emit({ kind: 'checkin.closed', spaceId: form.space_id, payload: { promptId: prompt.id } })
  return { ok: true }
}

/**
 * The caller's own prompt that still takes an answer. A prompt of somebody else is said not to exist.
 * @throws {Refusal} `not_found`, or `conflict` when it was answered or skipped
 */
async function myPrompt(act: Act, id: string): Promise<{ prompt: PromptRow; form: FormRow }> {
  const prompt = await lockPrompt(act, id)
  const form = prompt?.person_id === act.actor.personId ? (await formsById(act, [prompt.form_id])).get(prompt.form_id) : undefined
  if (!prompt || !form || !may(act.actor, 'space.see', { place: placeOfForm(act.actor.workspaceId, form) })) {
    throw new Refusal('not_found', said`There is no such question waiting for you.`, said`Read the check-ins that wait for you.`)
  }
  if (prompt.state === 'answered') throw new Refusal('conflict', said`You have answered this check-in already.`, prompt.number === null ? said`Your answer was deleted; it can be brought back.` : said`Read your answer, #${prompt.number}.`)
  if (prompt.state === 'skipped') throw new Refusal('conflict', said`This check-in was skipped: ${prompt.reason}`, said`Write a wrap instead, or wait for the next one.`)
  return { prompt, form }
}

/** The window of a prompt ended without an answer. */
export async function closePrompt(act: Act, { promptId = '' }: Record<string, string>): Promise<void> {
  const prompt = await lockPrompt(act, promptId)
  if (!prompt || prompt.state !== 'open') return
  await updatePrompt(act, prompt.id, { state: 'missed' })
  const form = (await formsById(act, [prompt.form_id])).get(prompt.form_id)
  await act.emit({ kind: 'checkin.closed', spaceId: form?.space_id ?? null, payload: { promptId } })
}
