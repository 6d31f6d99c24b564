import { useState } from 'react'
import { waiveInput } from '#contract/decisions.ts'
import type { DecisionView, PositionView } from '#contract/decisions.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { RailPart } from '../../ui/Page.tsx'
import { POSITION_WORDS } from '../words.ts'
import type { Talk } from './talk.ts'
import { useDecisionWrite } from './use-decision-write.ts'
import { t } from '../../ui/words.ts'

/** Who signs, from whom input is needed and what they said, and who is told. */
export function People({ talk }: { talk: Talk }) {
  const { decision } = talk
  const inRole = (...roles: string[]) => decision.people.filter(({ role }) => roles.includes(role))
  const needed = inRole('responsible', 'consulted')
  const informed = inRole('informed')
  return (
    <>
      <RailPart title={t`Accountable`}><p>{accountableWords(decision)}</p></RailPart>
      {needed.length > 0 && <RailPart title={t`Needed from`}><ul className="rail-people">{needed.map(({ id, name, role }) => <Needed key={id} talk={talk} id={id} name={name} works={role === 'responsible'} />)}</ul></RailPart>}
      {informed.length > 0 && <RailPart title={t`Told`}><p>{informed.map(({ name }) => name).join(' · ')}</p></RailPart>}
    </>
  )
}

/** Who is accountable, or who decided as far as a file that was brought in says. */
function accountableWords({ accountableName, deciders, source, decidedAt }: DecisionView): string {
  if (accountableName === null) return deciders.join(', ') || (source === null ? t`Nobody: whoever was has left` : t`Its file names nobody`)
  return decidedAt === null ? t`${accountableName} signs` : accountableName
}

function Needed({ talk, id, name, works }: { talk: Talk, id: string, name: string, works: boolean }) {
  const { decision } = talk
  const [waiving, setWaiving] = useState(false)
  const { send, busy, problem } = useDecisionWrite(waiveInput)
  const missing = decision.missing.find((one) => one.id === id)
  const held = missing ? inSentence(missing.why) : heldWords(decision, id)
  const waived = decision.waived.find(({ personId }) => personId === id)
  return (
    <li data-missing={missing !== undefined || undefined}>
      <b>{name}</b> {[works && t`does the work`, waived ? t`is not waited for: ${waived.reason}` : held].filter(Boolean).join('; ')}
      {missing && decision.can.includes('waive') && !waiving && <> <LinkAction label={t`Go on without ${name}`} onClick={() => setWaiving(true)}>{t`Go on without`}</LinkAction></>}
      {waiving && <InlineForm label={t`Why it goes on without ${name}`} hint={t`It stays on record.`} send={t`Go on without`} busy={busy} problem={problem} onSend={(reason) => send({ number: decision.number, personId: id, reason }, () => setWaiving(false))} onCancel={() => setWaiving(false)} />}
    </li>
  )
}

/** The words after a name. */
const inSentence = (why: string): string => `${why.charAt(0).toLowerCase()}${why.slice(1)}`

const WEIGHT: readonly PositionView['kind'][] = ['objection', 'question', 'support', 'no-concern', 'abstain']

/** The strongest thing somebody holds: an objection before all else. */
function heldWords({ positions, hidden }: Pick<DecisionView, 'positions' | 'hidden'>, id: string): string {
  const kinds = positions.filter(({ personId }) => personId === id).map(({ kind }) => kind)
  const strongest = WEIGHT.find((kind) => kinds.includes(kind))
  if (strongest !== undefined) return POSITION_WORDS[strongest].theirs
  return hidden ? t`has said so` : ''
}
