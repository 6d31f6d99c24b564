import { dueTurns, listRuns } from '#contract/runs.ts'
import { useRead } from '../../app/api.ts'
import { Item } from '../../ui/Item.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Section } from '../../ui/Section.tsx'
import { t } from '../../ui/words.ts'

/** So many runs that are under way are shown; there are rarely more than a few. */
const SHOWN = 10

/** Runbooks that somebody is in the middle of, and turns that wait to be started; nothing where there are none. */
export function Waiting({ spaceId }: { spaceId: string | undefined }) {
  const of = spaceId === undefined ? {} : { spaceId }
  const turns = useRead(dueTurns, of).data?.turns ?? []
  const running = useRead(listRuns, { ...of, state: 'running', limit: SHOWN }).data?.items ?? []
  if (turns.length + running.length === 0) return null
  return (
    <Section title={t`Runbooks under way`}>
      {turns.map(({ id, number, pageTitle, sentence, mine, overdue, spaceName }) => (
        <Item key={id} text={sentence} by={<>#{number} {pageTitle} · {spaceName}</>} tone={overdue ? 'late' : 'plain'} actions={<LinkAction strong={mine} keys="e" href={`/${number}/runs`} label={t`Start it: ${pageTitle}`}>{t`Start it`}</LinkAction>} clock={overdue ? t`nobody has started it` : undefined} />
      ))}
      {running.map(({ id, number, title, pageTitle, status, spaceName }) => <Item key={id} text={title || pageTitle} by={<>#{number} · {spaceName} · {status}</>} actions={<LinkAction keys="e" href={`/${number}/runs/${id}`} label={t`Open it: ${title || pageTitle}`}>{t`Open it`}</LinkAction>} />)}
    </Section>
  )
}
