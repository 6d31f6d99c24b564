import { useState } from 'react'
import type { SwapView } from '#contract/people.ts'
import { Empty } from '../ui/Empty.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { choosable } from './choosable.ts'
import type { PersonContext } from './Person.tsx'
import { SwapForm } from './SwapForm.tsx'
import { swapWords } from './swap-words.ts'
import { t } from '../ui/words.ts'

const VERBS: Record<SwapView['can'][number], string> = { accept: t`Accept`, decline: t`Decline`, withdraw: t`Take it back` }

/** Shifts given and taken. One offers only one's own. */
export function SwapsSection({ person, hours, people, me, zone, now, verbs }: PersonContext) {
  const [offering, setOffering] = useState(false)
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const close = () => {
    verbs.offerSwap.reset()
    setOffering(false)
  }
  const mine = person.id === me
  const { problem, busy } = verbs.answerSwap
  return (
    <Section title={t`Swaps`}>
      <ul className="people-list">
        {hours.swaps.map((swap) => (
          <li key={swap.id} className="people-line">
            <span>{swapWords(swap, me, names)}{swap.note && <p className="hint">{swap.note}</p>}</span>
            <span>{swap.can.map((verb, at) => <LinkAction key={verb} strong={at === 0} busy={busy} onClick={() => verbs.answerSwap.send({ id: swap.id, answer: verb })}>{VERBS[verb]}</LinkAction>)}</span>
          </li>
        ))}
      </ul>
      {problem && <Problem title={problem.title} next={problem.next} />}
      {hours.swaps.length === 0 && !offering && <Empty text={mine ? t`Nobody takes a shift of yours, and you take none.` : t`No shifts are swapped.`} />}
      {mine && !offering && <p className="people-add"><LinkAction onClick={() => setOffering(true)}>{t`Offer one of your shifts`}</LinkAction></p>}
      {offering && <SwapForm takers={choosable(people, me, zone, now)} busy={verbs.offerSwap.busy} problem={verbs.offerSwap.problem} onCancel={close} onOffer={(offer) => verbs.offerSwap.send(offer, close)} />}
    </Section>
  )
}
