import type { AskView } from '#contract/asks.ts'
import type { AnswerView, FormView, RoundView } from '#contract/checkins.ts'
import { BLOCKER_KEYS, ourWords, windowOf } from '#domain/checkins/forms.ts'
import { askOn } from '#domain/checkins/plan.ts'
import { decidePrompt } from '#domain/checkins/prompt.ts'
import { reasonWords } from '#domain/checkins/skip-words.ts'
import { expectedSentence } from '#domain/checkins/round-words.ts'
import { may } from '#domain/policy.ts'
import { isBefore } from '#domain/time/spans.ts'
import type { WorkCalendar } from '#domain/time/types.ts'
import { settingsOf } from '#server/agreement/public.ts'
import { asksFrom } from '#server/asks/public.ts'
import { entryByNumber } from '#server/entries/public.ts'
import { calendarsOf, namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { anchorOf } from './planning.ts'
import { answersOf, promptOfEntry, promptsOn } from './prompt-queries.ts'
import type { AnswerRow, PromptRow } from './prompt-queries.ts'
import { askedIn, formFor, formsById, hiddenForm, isLive, pauseKey, pausesOf, placeOfForm } from './queries.ts'
import type { Asked, FormRow } from './queries.ts'
import { viewForm } from './views.ts'

type Reading = Pick<Act, 'tx' | 'actor' | 'now'>
type Expected = RoundView['expected'][number]

/** Everybody's answers of one date, each in the date of their own zone, and who is still expected. */
export async function viewRound(act: Reading, { id, date }: { id: string; date: string }): Promise<RoundView> {
  const form = await formFor(act, id, 'space.see')
  const prompts = await promptsOn(act, form.id, date)
  const entryIds = prompts.flatMap((prompt) => prompt.entry_id ?? [])
  const [view, answers, asks, names, expected] = await Promise.all([
    viewForm(act, form), answersOf(act, entryIds), asksFrom(act, entryIds),
    namesOf(act, prompts.map((prompt) => prompt.person_id)), stillToCome(act, form, { date, prompts }),
  ])
  const nameOf = (personId: string) => names.get(personId)?.name ?? ''
  const inState = (state: PromptRow['state']) => prompts.filter((prompt) => prompt.state === state)
    .map((prompt) => ({ personId: prompt.person_id, name: nameOf(prompt.person_id), prompt })).toSorted((a, b) => a.name.localeCompare(b.name))
  const open = inState('open').map(({ personId, name, prompt }) => expectedOf(act, { personId, name }, prompt.asked_at, prompt.window_ends_at))
  return {
    form: { ...view, name: ourWords(view.name, wordsOf(act)) }, date,
    answers: inState('answered').flatMap(({ name, prompt }) => viewAnswer(act, prompt, { name, form, answers: answers.get(prompt.entry_id ?? '') ?? [], asks: asks.get(prompt.entry_id ?? '') ?? [] }))
      .toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt)),
    expected: [...open, ...expected].toSorted((a, b) => a.until.localeCompare(b.until)),
    missed: inState('missed').map(({ personId, name }) => ({ personId, name })),
    skipped: inState('skipped').map(({ personId, name, prompt }) => ({ personId, name, reason: reasonWords(prompt.reason, wordsOf(act)) })),
  }
}

type Said = { name: string; form: FormRow; answers: readonly AnswerRow[]; asks: readonly AskView[] }

/** Nothing for an answer that its author deleted. */
function viewAnswer(act: Pick<Act, 'actor'>, prompt: PromptRow, { name, form, answers, asks }: Said): AnswerView[] {
  if (prompt.number === null || prompt.published_at === null) return []
  const mine = prompt.person_id === act.actor.personId
  const asksOn = mine && may(act.actor, 'space.write', { place: placeOfForm(act.actor.workspaceId, form) }) && answers.some(({ key }) => BLOCKER_KEYS.has(key))
  return [{
    number: prompt.number, personId: prompt.person_id, personName: name, date: prompt.on_date, publishedAt: prompt.published_at.toString(), mine,
    answers: answers.map(({ key, question, text, source_number: source }) => ({ key, question: ourWords(question, wordsOf(act)), text, source, blocker: BLOCKER_KEYS.has(key) })),
    asks: asks.map(({ number, title, answererName, dueAt, status }) => ({ number, title, answererName, open: dueAt !== null, status })),
    can: asksOn ? ['ask-blocker'] : [],
  }]
}

/** Members whose turn on this date is still ahead. */
async function stillToCome(act: Reading, form: FormRow, { date, prompts }: { date: string; prompts: readonly PromptRow[] }): Promise<Expected[]> {
  if (!isLive(form)) return []
  const people = (await askedIn(act, form.space_id)).filter(({ personId }) => !prompts.some((prompt) => prompt.person_id === personId))
  const [calendars, settings, pauses] = await Promise.all([calendarsOf(act, people.map((one) => one.personId)), settingsOf(act), pausesOf(act, [form.id])])
  return people.flatMap((person) => {
    const calendar = calendars.get(person.personId)
    const pause = pauses.get(pauseKey(form.id, person.personId)) ?? null
    return calendar ? turnAhead(act, person, { form, date, calendar, pause, windowMinutes: windowOf(form.schedule, settings.standup.window_minutes) }) : []
  })
}

type Turn = { form: FormRow; date: string; calendar: WorkCalendar; pause: { until: string | null } | null; windowMinutes: number }

function turnAhead(act: Reading, person: Asked, { form, date, calendar, pause, windowMinutes }: Turn): Expected[] {
  const ask = askOn(date, form.schedule, anchorOf(form), calendar)
  if (ask === null || isBefore(ask.at, act.now)) return []
  const decision = decidePrompt({ ask, now: ask.at, formPaused: form.paused_at !== null, pause, windowMinutes, calendar })
  return decision.state === 'open' ? [expectedOf(act, person, ask.at, decision.windowEndsAt)] : []
}

function expectedOf(act: Reading, { personId, name }: Pick<Asked, 'personId' | 'name'>, askedAt: Temporal.Instant, until: Temporal.Instant): Expected {
  return { personId, name, until: until.toString(), sentence: expectedSentence({ name, askedAt, until, now: act.now, readerZone: act.actor.zone, words: wordsOf(act) }) }
}

/** One person's answer by its number, with the form that asked. */
export async function viewAnswerByNumber(act: Reading, number: number): Promise<AnswerView & { form: FormView }> {
  const entry = await entryByNumber(act, number)
  const prompt = await promptOfEntry(act, entry.id)
  const form = prompt && (await formsById(act, [prompt.form_id])).get(prompt.form_id)
  if (!prompt || !form) throw hiddenForm()
  const [answers, asks, names] = await Promise.all([answersOf(act, [entry.id]), asksFrom(act, [entry.id]), namesOf(act, [entry.authorId])])
  const [answer] = viewAnswer(act, prompt, { name: names.get(entry.authorId)?.name ?? '', form, answers: answers.get(entry.id) ?? [], asks: asks.get(entry.id) ?? [] })
  if (!answer) throw hiddenForm()
  return { ...answer, form: await viewForm(act, form) }
}
