import type { prefillWrap } from '#contract/handoffs.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { WrapText } from '#domain/handoffs/wrap-text.ts'
import type { Ask } from '../ask.ts'
import { clean, oneLine } from '../text/clean.ts'
import { readReceiver } from './draft.ts'

export type Prefill = OutputOf<typeof prefillWrap>
type Suggestion = { text: string; source: WrapText['done'][number]['source'] }
type Setting = {
  suggestions: readonly Suggestion[]; prefill: Prefill
  names: { people: readonly { id: string; name: string }[]; roles: readonly { id: string; name: string }[] }
}

const OPTIONAL = { optional: true }

/**
 * Asks for what flags left open, shortest way first: most shifts are a tick, three sentences and a baton.
 * Answers go into the draft one by one, so that a dialogue which is broken off loses nothing.
 */
export async function askForWrap(draft: WrapText, ask: Ask, { suggestions, prefill, names }: Setting): Promise<void> {
  draft.done.push(...await askDone(ask, suggestions))
  draft.state ||= await ask.line('Where do things stand?')
  draft.nextAction ||= await ask.line('The single next action?', { ...(prefill.lastNextAction && { hint: clean(prefill.lastNextAction) }) })
  draft.mostImportant ||= await ask.line('If they read one sentence, which?')
  draft.blockers.push(...await askBlockers(ask, prefill, names.people))
  draft.batons.push(...await askBatons(ask, prefill, names))
  if (await ask.yes('Decisions or open questions to note?', false)) await askRest(draft, ask, names.people)
}

async function askDone(ask: Ask, suggestions: readonly Suggestion[]): Promise<Suggestion[]> {
  const kept = suggestions.length === 0 ? [] : await ask.some('What did you get done? Only what you tick is published.', suggestions.map(({ text }, index) => ({ value: String(index), label: oneLine(text) })))
  const lines: Suggestion[] = kept.flatMap((index) => suggestions[Number(index)] ?? [])
  for (;;) {
    const text = await ask.line(lines.length === 0 ? 'Done (one line; empty when there is none)' : 'Anything else done? (empty to go on)', OPTIONAL)
    if (text === '') return lines
    lines.push({ text, source: null })
  }
}

type Names = readonly { id: string; name: string }[]

/** A name where it tells people apart, else the id. */
const choicesOf = (people: Names) => people.map(({ id, name }) => ({ value: people.some((other) => other.id !== id && other.name === name) ? id : name, label: oneLine(name) }))

const personFrom = async (ask: Ask, question: string, people: Names): Promise<string | null> =>
  await ask.one(question, [{ value: '', label: 'Nobody in particular' }, ...choicesOf(people)]) || null

async function askBlockers(ask: Ask, prefill: Prefill, people: Names): Promise<WrapText['blockers']> {
  const open = prefill.blockers
  const kept = open.length === 0 ? [] : await ask.some('Still blocked?', open.map(({ text }, index) => ({ value: String(index), label: oneLine(text) })), open.map((_one, index) => String(index)))
  const blockers = kept.flatMap((index) => open[Number(index)] ?? []).map(({ text, ownerId, eta }) => ({ text, owner: ownerId, eta }))
  for (;;) {
    const text = await ask.line('A blocker? (empty to go on)', OPTIONAL)
    if (text === '') return blockers
    blockers.push({ text, owner: await personFrom(ask, 'Who can clear it?', people), eta: await ask.line('When is it needed?', { optional: true, hint: '16:00, Thursday 10:00' }) || null })
  }
}

async function askBatons(ask: Ask, prefill: Prefill, { people, roles }: Setting['names']): Promise<WrapText['batons']> {
  const receivers = [{ value: 'next shift', label: 'The next shift' }, ...choicesOf(people), ...roles.map(({ name }) => ({ value: `@${name}`, label: `@${oneLine(name)}` }))]
  const batons: WrapText['batons'] = []
  for (const held of prefill.batonsHeld) {
    if (await ask.yes(`Hand on what you hold? “${oneLine(held.text)}”`, false)) batons.push({ text: held.text, nextStep: held.nextStep, to: readReceiver(await ask.one('To whom?', receivers)) })
  }
  for (;;) {
    const text = await ask.line(batons.length === 0 ? 'Anything to hand over? (empty when there is none)' : 'Another baton? (empty to go on)', OPTIONAL)
    if (text === '') return batons
    batons.push({ text, nextStep: await ask.line('The first step for them?', OPTIONAL), to: readReceiver(await ask.one('To whom?', receivers)) })
  }
}

async function askRest(draft: WrapText, ask: Ask, people: Names): Promise<void> {
  for (;;) {
    const text = await ask.line('A decision? (empty to go on)', OPTIONAL)
    if (text === '') break
    draft.decisions.push({ text, why: await ask.line('Why?', OPTIONAL) })
  }
  for (;;) {
    const text = await ask.line('An open question? (empty to go on)', OPTIONAL)
    if (text === '') return
    draft.questions.push({ text, answerer: await personFrom(ask, 'Who can answer it?', people) })
  }
}
