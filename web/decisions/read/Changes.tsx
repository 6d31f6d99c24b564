import { useState } from 'react'
import { decisionHistory } from '#contract/decisions.ts'
import { problemFrom, useRead } from '../../app/api.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { LineDiff } from '../../ui/LineDiff.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Time } from '../../ui/Time.tsx'
import { isAskedAgain } from './said.ts'
import type { Talk } from './talk.ts'
import { t } from '../../ui/words.ts'

/** What changed since the text was first shown; unfolded where somebody is asked again because of it. */
export function Changes({ talk }: { talk: Talk }) {
  const again = isAskedAgain(talk.decision, talk.me)
  const [shown, setShown] = useState(again)
  if (talk.decision.revision < 2) return null
  return (
    <section className="changes" aria-label={t`What changed`}>
      <p>{again ? <b>{t`The text changed since you took a position, so you are asked again.`} </b> : t`The text changed while it was open. `}<LinkAction onClick={() => setShown(!shown)}>{shown ? t`Hide what changed` : t`See what changed`}</LinkAction></p>
      {shown && <Versions talk={talk} />}
    </section>
  )
}

function Versions({ talk: { decision: { number }, zone, now } }: { talk: Talk }) {
  const { data, error, refetch } = useRead(decisionHistory, { number })
  if (error) return <Problem {...problemFrom(error)} action={<LinkAction strong onClick={() => void refetch()}>{t`Try again`}</LinkAction>} />
  if (!data) return <Skeleton lines={4} />
  const changed = data.versions.filter(({ lines }) => lines.some(({ kind }) => kind !== 'same') && lines.some(({ kind }) => kind !== 'added'))
  return changed.map(({ revision, at, byName, lines }) => (
    <div key={`${revision} ${at}`} className="change-version">
      <p className="hint">{byName}, <Time at={Temporal.Instant.from(at)} zone={zone} now={now} /></p>
      <LineDiff lines={lines} />
    </div>
  ))
}
