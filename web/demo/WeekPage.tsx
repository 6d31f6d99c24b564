import './week.css'
import { readWeek } from '#contract/demo.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { NotFound } from '../app/PageProblem.tsx'
import { Empty } from '../ui/Empty.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page, PageEnd } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { WeekDeliveries } from './WeekDeliveries.tsx'
import { WeekTable } from './WeekTable.tsx'
import { askWords, headline, spanWords, weekLede } from './week-words.ts'
import { t } from '../ui/words.ts'

/** What reached each person of the demo in the last seven days, and why then. There is no such page for real people. */
export function WeekPage() {
  const me = useMe().data
  const zone = zoneOf(me)
  const now = useNow()
  const week = useRead(readWeek, {})
  if (me && !me.workspace.demo) return <NotFound />
  if (week.error) return <Page title={t`The week of the demo`}><Problem {...problemFrom(week.error)} action={<LinkAction strong onClick={() => void week.refetch()}>{t`Try again`}</LinkAction>} /></Page>
  if (!week.data) return <Page title={t`The week of the demo`}><Skeleton lines={10} /></Page>
  const { people, deliveries } = week.data
  return (
    <Page title={headline(people)} over={spanWords(week.data, zone)} lede={weekLede(week.data)}>
      <p className="week-asks">{askWords(week.data.asks)}</p>
      <Section title={t`Person by person`}><WeekTable people={people} /></Section>
      <Section title={t`Why each came when it did`} aside={t`some of each person; all that was urgent`}>
        {deliveries.length === 0 && <Empty text={t`Nothing was delivered in these days. Move the clock, and what reaches the team stands here.`} />}
        {people.map((person) => <WeekDeliveries key={person.id} person={person} deliveries={deliveries.filter(({ name }) => name === person.name)} zone={zone} now={now} />)}
      </Section>
      <PageEnd>{t`These people are invented. Nobody’s week is shown to anybody else in a real workspace.`}</PageEnd>
    </Page>
  )
}
