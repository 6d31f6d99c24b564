import { useEffect, useRef } from 'react'
import { readDecision, seeDecision } from '#contract/decisions.ts'
import type { DecisionView } from '#contract/decisions.ts'
import { problemFrom, useRead } from '../../app/api.ts'
import { useMe } from '../../app/me.ts'
import { NotFound } from '../../app/PageProblem.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Page } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { isAsked } from '../words.ts'
import { Decision } from './Decision.tsx'
import { useDecisionWrite } from './use-decision-write.ts'
import { t } from '../../ui/words.ts'

/** A decision by its number; opening it is noted, since silence counts only for who has. */
export function DecisionPage({ number }: { number: number }) {
  const { data, error, refetch } = useRead(readDecision, { number })
  const me = useMe().data
  useSeen(data, me?.person.id)
  const problem = error ? problemFrom(error) : undefined
  if (problem?.code === 'not_found') return <NotFound />
  if (data && me) return <Decision key={number} decision={data} me={me} />
  return <Page title={`#${number}`}>{problem ? <Problem {...problem} action={<LinkAction strong onClick={() => void refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />}</Page>
}

/** Notes once for each text that somebody who is named has opened it. */
function useSeen(decision: DecisionView | undefined, me: string | undefined) {
  const { send } = useDecisionWrite(seeDecision)
  const named = decision !== undefined && isAsked(decision.state) && (decision.accountableId === me || decision.people.some(({ id }) => id === me))
  const text = named ? `${decision.number} ${decision.revision}` : undefined
  const seen = useRef<string>(undefined)
  useEffect(() => {
    if (text === undefined || seen.current === text) return
    seen.current = text
    send({ number: Number(text.split(' ')[0]) })
  }, [text, send])
}
