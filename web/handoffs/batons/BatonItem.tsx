import './batons.css'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { BatonView } from '#contract/handoffs.ts'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { Exchange } from '../../ui/Exchange.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { InlineText } from '../../ui/InlineText.tsx'
import { Item } from '../../ui/Item.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useStayingFocus } from '../../ui/use-staying-focus.ts'
import { Why } from '../../ui/Why.tsx'
import { ASKS, byWords, stateOf, VERB_KEYS, VERBS } from './baton-words.ts'
import type { BatonVerb } from './baton-words.ts'
import { BatonSteps } from './BatonSteps.tsx'
import { t } from '../../ui/words.ts'

export type BatonProgress = { busy?: BatonVerb, said?: string, problem?: ProblemView }
type Props = {
  baton: BatonView
  /** Id of the reader; absent where nobody is signed in. */
  me?: string
  zone: string
  now: Temporal.Instant
  progress?: BatonProgress
  onDo: (verb: BatonVerb, text?: string) => void
  /** The form for offering it to somebody else; absent where that is not possible. */
  offerForm?: ((close: () => void) => ReactNode) | undefined
  /** Leave out the link to its wrap, on the wrap's own page. */
  inWrap?: boolean
  otherZone?: string | undefined
}

/** One baton: what it is, who has it and why, what can be done, and every step so far. */
export function BatonItem({ baton, me, zone, now, progress = {}, onDo, offerForm, inWrap = false, otherZone }: Props) {
  const [open, setOpen] = useState<BatonVerb>()
  const form = open && baton.can.includes(open) ? open : undefined
  const asks = form && ASKS[form]
  const close = () => setOpen(undefined)
  const place = useStayingFocus(form ? undefined : progress.said)
  const verbs = baton.can.filter((verb) => verb !== 'offer' || offerForm)
  const state = stateOf(baton, zone, now)
  const press = (verb: BatonVerb) => {
    const asked = ASKS[verb] !== undefined || verb === 'offer'
    setOpen(asked ? verb : undefined)
    if (!asked) onDo(verb)
  }
  const where = inWrap ? '' : ` · ${baton.spaceName} · #${baton.number}`
  return (
    <Item
      text={<InlineText text={baton.text} />}
      by={<InlineText text={`${byWords(baton, me)}${where}${baton.nextStep && t` · first step: ${baton.nextStep}`}`} />}
      actions={verbs.length > 0 && !form ? <Verbs verbs={verbs} baton={baton} busy={progress.busy} onPress={press} /> : undefined}
      clock={progress.said ?? state?.words} tone={progress.said ? 'settled' : state?.tone ?? 'plain'}
      why={<><Why line={baton.why} /><BatonSteps steps={baton.steps} zone={zone} now={now} otherZone={otherZone} /></>}
    >
      {baton.question && <Exchange question={baton.question} answer={baton.answer} answeredBy={baton.giverName} />}
      {asks && <InlineForm {...asks} busy={progress.busy === form} problem={progress.problem} onSend={(text) => onDo(form, text)} onCancel={close} />}
      {form === 'offer' && offerForm?.(close)}
      {progress.problem && !asks && <Problem {...progress.problem} />}
      <span ref={place} />
    </Item>
  )
}

type VerbsProps = { verbs: readonly BatonVerb[], baton: BatonView, busy: BatonVerb | undefined, onPress: (verb: BatonVerb) => void }

function Verbs({ verbs, baton, busy, onPress }: VerbsProps) {
  return verbs.map((verb, index) => (
    <LinkAction key={verb} strong={index === 0} {...(VERB_KEYS[verb] && { keys: VERB_KEYS[verb] })} label={`${VERBS[verb]}: ${baton.text}`} busy={busy === verb} onClick={() => onPress(verb)}>
      {VERBS[verb]}
    </LinkAction>
  ))
}
