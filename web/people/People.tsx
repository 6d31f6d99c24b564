import { useMemo } from 'react'
import type { MeView } from '#contract/account.ts'
import type { PersonView } from '#contract/people.ts'
import { calendarFromJson } from '#domain/time/types.ts'
import { Empty } from '../ui/Empty.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Select } from '../ui/Select.tsx'
import { DateStrip } from './DateStrip.tsx'
import { stackDay } from './day-stack.ts'
import { PeopleStack } from './PeopleStack.tsx'
import { headline, ledeOf } from './stack-words.ts'
import { t } from '../ui/words.ts'

type Props = {
  people: readonly PersonView[]
  me: string
  zone: string
  now: Temporal.Instant
  date: string
  today: string
  spaces: MeView['spaces']
  spaceId: string | undefined
  onDate: (date: string) => void
  onSpace: (spaceId: string | undefined) => void
}

const EVERYBODY = 'all'

/** The overlap view: a sentence that says what is shared, and the picture that shows it. */
export function People({ people, me, zone, now, date, today, spaces, spaceId, onDate, onSpace }: Props) {
  const active = useMemo(() => people.filter((person) => person.state === 'active').map(({ id, name, calendar }) => ({ id, name, calendar: calendarFromJson(calendar) })), [people])
  const stack = useMemo(() => stackDay(active, date, { zone, id: me }, now), [active, date, zone, me, now])
  const next = new Map(people.flatMap(({ id, working, nextWorkingMoment }) => (working || nextWorkingMoment === null ? [] : [[id, Temporal.Instant.from(nextWorkingMoment)] as const])))
  const places = [{ value: EVERYBODY, label: t`Everybody` }, ...spaces.map((space) => ({ value: space.id, label: space.name }))]
  return (
    <Page title={active.length > 0 ? headline(stack) : t`People and hours`} lede={active.length > 0 && ledeOf(stack)} wide>
      <div className="people-tools">
        <DateStrip date={date} today={today} onDate={onDate} />
        {spaces.length > 0 && <div className="people-space"><Select label={t`Who`} options={places} value={spaceId ?? EVERYBODY} onChange={(chosen) => onSpace(chosen === EVERYBODY ? undefined : chosen)} /></div>}
      </div>
      {active.length > 0 ? <PeopleStack stack={stack} me={me} zone={zone} now={now} next={next} /> : <Empty text={t`Nobody is in this space yet. Their days will stand here, one under the other.`} />}
      <p className="people-links"><LinkAction strong href={`/people/${me}`}>{t`Your hours, holidays and time away`}</LinkAction><LinkAction href="/people/roles">{t`Roles of the team`}</LinkAction></p>
    </Page>
  )
}
