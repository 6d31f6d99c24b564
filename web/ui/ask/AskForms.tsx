import type { AskView } from '#contract/asks.ts'
import type { Problem } from '#contract/problem.ts'
import type { Option } from '../Select.tsx'
import { ChoiceRow, DeclineForm, DueForm, RATING_CHOICES, ReassignForm, SNOOZE_CHOICES } from './AskChoices.tsx'
import { AskTextForm } from './AskTextForm.tsx'
import { isTextVerb, textAct } from './ask-verbs.ts'
import type { AskAct, AskVerb } from './ask-verbs.ts'
import { t } from '../words.ts'

type Props = {
  ask: AskView
  verb: AskVerb
  zone: string
  people: readonly Option[]
  busy: boolean
  problem: Problem | undefined
  /** Answers whether it was done. */
  onAct: (act: AskAct) => Promise<boolean>
  onLeave: () => void
}

/** The form that a verb opens in the place of its ask. */
export function AskForms({ ask, verb, zone, people, onAct, ...rest }: Props) {
  const frame = { ...rest, onAct: (act: AskAct) => void onAct(act) }
  if (isTextVerb(verb)) return <AskTextForm key={verb} {...rest} number={ask.number} verb={verb} onSend={(text) => onAct(textAct(verb, text))} />
  const others = people.filter(({ value }) => value !== ask.answererId)
  switch (verb) {
    case 'decline': return <DeclineForm {...frame} people={others.filter(({ value }) => value !== ask.askerId)} />
    case 'reassign': return <ReassignForm {...frame} people={others.filter(({ value }) => value !== ask.askerId)} />
    case 'change-due': return ask.dueAt === null ? null : <DueForm {...frame} dueAt={Temporal.Instant.from(ask.dueAt)} zone={zone} />
    case 'snooze': return <ChoiceRow {...frame} label={t`Put aside¦do it`} choices={SNOOZE_CHOICES} />
    case 'rate': return <ChoiceRow {...frame} label={t`How urgent it was`} choices={RATING_CHOICES} />
    case 'acknowledge': return null
  }
}
