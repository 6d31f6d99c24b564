import { useState } from 'react'
import { signDecision } from '#contract/decisions.ts'
import { announce } from '../../app/Announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { adrName } from '../words.ts'
import { numbersIn } from '../numbers.ts'
import { preselected } from './said.ts'
import type { Talk } from './talk.ts'
import { useDecisionWrite } from './use-decision-write.ts'
import { t, tr } from '../../ui/words.ts'

/** One click signs: the option is chosen already. Until when it holds, and what it supersedes, is folded. */
export function SignForm({ talk: { decision } }: { talk: Talk }) {
  const { options } = decision.content
  const [chosen, setChosen] = useState(() => preselected(decision))
  const [until, setUntil] = useState('')
  const [supersedes, setSupersedes] = useState('')
  const { send, busy, problem } = useDecisionWrite(signDecision)
  const option = options.find(({ id }) => id === chosen)
  const sign = () => option && send({ number: decision.number, optionId: option.id, provisionalUntil: until === '' ? null : until, supersedes: numbersIn(supersedes) },
    ({ adrNumber }) => announce(adrNumber === null ? t`Signed.` : t`Signed; it is ${adrName(adrNumber)} now.`))
  return (
    <section className="sign" aria-label={t`Sign it`}>
      {decision.readySentence !== decision.status && <p className="sign-ready">{decision.readySentence}</p>}
      <Choice legend={t`What is decided`} options={options.map(({ id, title }) => ({ value: id, label: title }))} value={chosen} onChange={setChosen} />
      <Disclosure summary={until === '' && supersedes.trim() === '' ? t`For good, and it supersedes nothing` : t`Until when, and what it supersedes`}>
        <Field label={t`Provisional until`} type="date" value={until} onChange={setUntil} hint={t`Empty for good. On that day it expires, and you are asked to confirm or to decide again.`} />
        <Field label={t`Supersedes`} value={supersedes} onChange={setSupersedes} placeholder="#12, #30" hint={t`Numbers of older decisions; both pages show it.`} />
      </Disclosure>
      {problem && <Problem title={problem.title} detail={problem.detail} next={problem.next} />}
      <p className="sign-foot"><Button busy={busy} disabled={!option} onClick={sign}>{option ? <>{tr`Sign “${option.title}”`}</> : t`Choose an option to sign`}</Button></p>
    </section>
  )
}
