import type { ReactNode } from 'react'
import { freshBaton, freshBlocker, freshDecision, freshDone, freshQuestion } from './draft.ts'
import type { ListName } from './draft.ts'
import { BatonExtras, BlockerExtras, DecisionExtras, QuestionExtras } from './extras.tsx'
import { LineList } from './LineList.tsx'
import { sourceWords } from '../source-words.ts'
import type { WrapFormProps } from './WrapForm.tsx'
import { t } from '../../../ui/words.ts'

/** The lists of a wrap, by name. */
export function WrapLists({ names, ...props }: WrapFormProps & { names: readonly ListName[] }) {
  const lists: Record<ListName, () => ReactNode> = { done: () => <Done {...props} />, blockers: () => <Blockers {...props} />, decisions: () => <Decisions {...props} />, questions: () => <Questions {...props} />, batons: () => <Batons {...props} /> }
  return names.map((name) => <div key={name}>{lists[name]()}</div>)
}

function Done({ draft, onChange }: WrapFormProps) {
  return (
    <LineList
      legend={t`Done`} hint={t`What your shift finished. Untick what nobody needs to read.`} placeholder={draft.done.length > 1 ? t`Another thing that is done` : t`A thing that is done`} lines={draft.done} fresh={freshDone}
      onChange={(done) => onChange({ ...draft, done })} sourceOf={(line) => line.source && sourceWords(line.source)}
    />
  )
}

function Blockers({ draft, onChange, people, zone, missing }: WrapFormProps) {
  return (
    <LineList
      legend={t`Blocked`} hint={t`What cannot go on, who can clear it, and when that is expected.`} placeholder={t`Nothing is blocked, or write what is`} lines={draft.blockers} fresh={freshBlocker}
      onChange={(blockers) => onChange({ ...draft, blockers })} sourceOf={(line) => line.offered && t`from your last wrap, still open`}
      extras={(line, change) => <BlockerExtras line={line} change={change} people={people} zone={zone} missing={missing[`blockers-${line.key}`]} />}
    />
  )
}

function Decisions({ draft, onChange }: WrapFormProps) {
  return (
    <LineList
      legend={t`Decided`} hint={t`What was decided, and why.`} placeholder={t`What was decided`} lines={draft.decisions} fresh={freshDecision}
      onChange={(decisions) => onChange({ ...draft, decisions })} extras={(line, change) => <DecisionExtras line={line} change={change} />}
    />
  )
}

function Questions({ draft, onChange, people }: WrapFormProps) {
  return (
    <LineList
      legend={t`Open questions`} hint={t`What you could not answer, and who can.`} placeholder={t`A question that is open`} lines={draft.questions} fresh={freshQuestion}
      onChange={(questions) => onChange({ ...draft, questions })} sourceOf={(line) => line.offered && t`from your last wrap, still open`}
      extras={(line, change) => <QuestionExtras line={line} change={change} people={people} />}
    />
  )
}

function Batons({ draft, onChange, spaceId, receivers, missing }: WrapFormProps) {
  return (
    <LineList
      legend={t`Batons`} hint={t`What somebody else takes on. You hold each one until it is accepted.`} placeholder={t`A thing to hand over`} lines={draft.batons} fresh={freshBaton}
      onChange={(batons) => onChange({ ...draft, batons })} sourceOf={(line) => line.from !== null && t`You hold this since #${line.from}; tick it to hand it on.`}
      missing={(line) => missing[`batons-${line.key}`]}
      extras={(line, change) => <BatonExtras line={line} change={change} spaceId={spaceId} receivers={receivers} missing={missing[`batons-${line.key}`]} />}
    />
  )
}
