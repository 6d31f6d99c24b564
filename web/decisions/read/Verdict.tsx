import type { DecisionView } from '#contract/decisions.ts'
import { Time } from '../../ui/Time.tsx'
import { Passage } from './Passage.tsx'
import type { Talk } from './talk.ts'
import { t, tr } from '../../ui/words.ts'

/** Whether what was recommended was chosen, so that its reason stands with the verdict. */
export function followsRecommendation({ chosen, content: { options, recommendation } }: Pick<DecisionView, 'chosen' | 'content'>): boolean {
  return chosen !== null && options.find(({ id }) => id === recommendation.optionId)?.title === chosen
}

/** What was decided, at the head of a record; and what became of it since. */
export function Verdict({ talk }: { talk: Talk }) {
  const { decision, zone, now } = talk
  const { chosen, decidedAt, accountableName, deciders, state, reason, content, supersededByLinks } = decision
  const by = accountableName ?? (deciders.join(', ') || null)
  return (
    <>
      {supersededByLinks.length > 0 && <Superseded links={supersededByLinks} />}
      {state === 'deprecated' && <div className="verdict" data-tone="plain"><h2>{t`It no longer holds`}</h2><p>{reason}</p></div>}
      {chosen !== null && (
        <div className="verdict" data-tone={state === 'decided' ? 'settled' : 'plain'}>
          <h2>{t`Decided`}</h2>
          <p className="verdict-text">{chosen}</p>
          {followsRecommendation(decision) && <Passage talk={talk} field="recommendation" text={content.recommendation.why} name={t`the reason`} />}
          <p className="hint">{by !== null && `${by}, `}{decidedAt !== null && <Time at={Temporal.Instant.from(decidedAt)} zone={zone} now={now} show="day" />}</p>
        </div>
      )}
    </>
  )
}

function Superseded({ links }: { links: DecisionView['supersededByLinks'] }) {
  return (
    <div className="verdict" data-tone="plain">
      <h2>{t`Superseded`}</h2>
      {links.map((link) => <p key={link.number} className="verdict-text">{supersededBy(link)}</p>)}
    </div>
  )
}

function supersededBy({ number, title, state }: DecisionView['supersededByLinks'][number]) {
  const link = <a href={`/${number}`}>#{number} {title}</a>
  return state === 'decided' || state === 'provisional' ? tr`Read ${link}, which holds now.` : tr`Read ${link}, which took its place.`
}
