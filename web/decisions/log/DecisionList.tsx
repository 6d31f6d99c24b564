import type { DecisionHead } from '#contract/decisions.ts'
import { counted, formatDay, formatWhen } from '../../ui/format.ts'
import { Item } from '../../ui/Item.tsx'
import { Time } from '../../ui/Time.tsx'
import { adrName, isAsked, STATE_WORDS, toneOf } from '../words.ts'
import { t } from '../../ui/words.ts'

type Props = { decisions: readonly DecisionHead[], inSpace: boolean, zone: string, now: Temporal.Instant }

/** Decisions as sentences: the question, where it stands, and what it waits for. */
export function DecisionList({ decisions, inSpace, zone, now }: Props) {
  return decisions.map((decision) => (
    <div key={decision.number} className="decision-line" data-decision={decision.number}>
      <Item
        text={<a className="decision-title" href={`/${decision.number}`} aria-keyshortcuts="Enter o">{decision.title || t`A decision without a title`}</a>}
        by={<><span className="state-word" data-tone={toneOf(decision.state)}>{STATE_WORDS[decision.state]}</span> · {aboutWords(decision, inSpace).map((part) => `${part} · `)}<Time at={Temporal.Instant.from(decision.decidedAt ?? decision.openedAt ?? decision.createdAt)} zone={zone} now={now} show="day" /></>}
        clock={clockWords(decision, zone, now)} tone={decision.state === 'call-needed' ? 'late' : 'plain'}
      >
        <p className="decision-stands">{decision.mine === null ? decision.status : <><b>{t`For you:`}</b> {decision.mine}</>}</p>
      </Item>
    </div>
  ))
}

/** Number, who is to sign, where, and what stands in the way; who signed a record is said below it. */
export function aboutWords({ number, adrNumber, accountableName, spaceName, chosen, counts, state }: DecisionHead, inSpace: boolean): string[] {
  const asked = isAsked(state)
  return [
    adrNumber === null ? `#${number}` : `${adrName(adrNumber)}, #${number}`, chosen === null ? undefined : `“${chosen}”`, accountableName === null || !(asked || state === 'draft') ? undefined : t`${accountableName} signs`,
    inSpace ? undefined : spaceName, asked && counts.objections > 0 ? counted(counts.objections, 'objection') : undefined, asked && counts.questions > 0 ? counted(counts.questions, 'question') : undefined,
  ].filter((part) => part !== undefined)
}

/** The clock that runs, in words; nothing where none does. What holds for a while holds through its last day. */
export function clockWords({ state, deadline, provisionalUntil }: Pick<DecisionHead, 'state' | 'deadline' | 'provisionalUntil'>, zone: string, now: Temporal.Instant): string | undefined {
  if (isAsked(state) && deadline !== null) return t`open until ${formatWhen(Temporal.Instant.from(deadline), zone, now)}`
  return state === 'provisional' && provisionalUntil !== null ? t`holds until ${formatDay(Temporal.Instant.from(provisionalUntil).subtract({ seconds: 1 }), zone, now)}` : undefined
}
