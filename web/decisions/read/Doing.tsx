import { useState } from 'react'
import type { ReactNode } from 'react'
import type { MeView } from '#contract/account.ts'
import { confirmDecision, openDecision, resumeDecision } from '#contract/decisions.ts'
import type { DecisionView } from '#contract/decisions.ts'
import { announce } from '../../app/Announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { isAsked, isRecord } from '../words.ts'
import { useAdrDownload } from './download-adr.ts'
import { PartForm } from './Parts.tsx'
import type { Part } from './Parts.tsx'
import { PositionForm } from './PositionForm.tsx'
import { mineAt } from './said.ts'
import { SignForm } from './SignForm.tsx'
import type { Talk } from './talk.ts'
import { useDecisionWrite } from './use-decision-write.ts'
import { t } from '../../ui/words.ts'

const WHOLE = { optionId: null, tradeOffId: null }
const PART_WORDS: readonly { part: Part, can: DecisionView['can'][number], text: string }[] = [
  { part: 'more-time', can: 'more-time', text: t`Give it more time` }, { part: 'roles', can: 'roles', text: t`Change who does what` }, { part: 'review', can: 'review', text: t`Look at it again` },
  { part: 'supersede', can: 'supersede', text: t`It is superseded` }, { part: 'deprecate', can: 'deprecate', text: t`It no longer holds` }, { part: 'withdraw', can: 'withdraw', text: t`Withdraw it` },
]

/** What can be done with the decision as a whole: one first thing, the rest as words. */
export function Doing({ talk, me }: { talk: Talk, me: MeView }) {
  const { decision, open, onOpen } = talk
  const [part, setPart] = useState<Part>()
  const can = (verb: DecisionView['can'][number]) => decision.can.includes(verb)
  const mine = mineAt(decision.positions, talk.me, WHOLE)
  const takes = open?.at === 'position' && open.optionId === null
  const file = useAdrDownload(decision.number)
  return (
    <div className="doing">
      {decision.mine !== null && <p className="doing-mine"><b>{t`It waits for you:`}</b> {decision.mine}</p>}
      {isAsked(decision.state) && !can('sign') && decision.readySentence !== '' && <p className="doing-ready">{decision.readySentence}</p>}
      <First talk={talk} />
      {can('position') && !takes && <FirstOrWord first={mine === undefined && decision.mine !== null && !can('sign') && !can('hold-call')} onPress={() => onOpen({ at: 'position', ...WHOLE })}>{mine ? t`Change your position on the whole` : t`Take a position on the whole`}</FirstOrWord>}
      {takes && <PositionForm talk={talk} {...WHOLE} about={undefined} />}
      <p className="doing-words">
        {isRecord(decision.state) && <LinkAction strong busy={file.busy} onClick={file.download}>{t`Download as ADR file`}</LinkAction>}
        {can('edit') && <LinkAction strong={decision.problems.length > 0} href={`/decisions/${decision.number}/edit`}>{decision.state === 'draft' ? t`Write on` : t`Change the text`}</LinkAction>}
        {PART_WORDS.filter((one) => can(one.can)).map((one) => <LinkAction key={one.part} onClick={() => setPart(part === one.part ? undefined : one.part)}>{one.text}</LinkAction>)}
      </p>
      {file.problem && <Problem {...file.problem} />}
      {part && <PartForm part={part} talk={talk} me={me} onClose={() => setPart(undefined)} />}
    </div>
  )
}

function FirstOrWord({ first, onPress, children }: { first: boolean, onPress: () => void, children: ReactNode }) {
  return <p className="doing-first">{first ? <Button onClick={onPress}>{children}</Button> : <LinkAction keys="p" onClick={onPress}>{children}</LinkAction>}{first && <> <Kbd keys="p" hint /></>}</p>
}

/** The first thing to do where it is one click: open a draft, sign, take it up again, make it hold. */
function First({ talk }: { talk: Talk }) {
  const { decision: { number, can, state, problems } } = talk
  const open = useDecisionWrite(openDecision)
  const resume = useDecisionWrite(resumeDecision)
  const confirm = useDecisionWrite(confirmDecision)
  const failed = open.problem ?? resume.problem ?? confirm.problem
  return (
    <>
      {can.includes('sign') && <SignForm key={`${talk.decision.revision} ${state}`} talk={talk} />}
      {can.includes('open') && problems.length > 0 && <ul className="doing-problems">{problems.map(({ field, message }) => <li key={`${field} ${message}`}>{message}</li>)}</ul>}
      {can.includes('open') && <p className="doing-first"><Button busy={open.busy} disabled={problems.length > 0} onClick={() => open.send({ number }, () => announce(t`It is open; its readers are told when they can read.`))}>{t`Open it for positions`}</Button></p>}
      {can.includes('confirm') && <p className="doing-first"><Button busy={confirm.busy} onClick={() => confirm.send({ number }, () => announce(t`It holds for good.`))}>{t`Let it hold for good`}</Button></p>}
      {can.includes('resume') && <p className="doing-first"><Button look="quiet" busy={resume.busy} onClick={() => resume.send({ number }, () => announce(t`It is a draft again.`))}>{t`Take it up again as a draft`}</Button></p>}
      {failed && <Problem title={failed.title} detail={failed.detail} next={failed.next} />}
    </>
  )
}
