import { useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { listBatons } from '#contract/handoffs.ts'
import { listPeople } from '#contract/people.ts'
import { readSpace } from '#contract/spaces.ts'
import type { SpaceView } from '#contract/spaces.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { NotFound } from '../app/PageProblem.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Alarms } from './Alarms.tsx'
import { Space } from './Space.tsx'
import { SpaceActions } from './SpaceActions.tsx'
import { SpaceFeed } from './SpaceFeed.tsx'
import { SpaceManage } from './SpaceManage.tsx'
import type { Managing } from './SpaceManage.tsx'
import { useFeed } from './use-feed.ts'
import { useSpaceVerbs } from './use-space-verbs.ts'
import { t } from '../ui/words.ts'

/** Reads a space by its id. */
export function SpacePage() {
  const { id = '' } = useParams({ strict: false })
  const space = useRead(readSpace, { id })
  const problem = space.error ? problemFrom(space.error) : undefined
  if (space.data) return <OpenSpace key={id} space={space.data} />
  if (problem?.code === 'not_found' || problem?.code === 'bad_input') return <NotFound />
  return (
    <Page title={t`Space`}>
      {problem ? <Problem {...problem} action={<LinkAction strong onClick={() => void space.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />}
    </Page>
  )
}

function OpenSpace({ space }: { space: SpaceView }) {
  const me = useMe().data
  const now = useNow()
  const zone = zoneOf(me)
  const people = useRead(listPeople, { spaceId: space.id }).data?.people
  const unowned = useRead(listBatons, { of: 'space', spaceId: space.id }).data?.items.filter((baton) => baton.state === 'unowned') ?? []
  const feed = useFeed(space.id)
  const { onDo, busy, problem } = useSpaceVerbs(space)
  const [managing, setManaging] = useState<Managing>()
  const part = space.can.includes('edit') ? managing : undefined
  const opener = useRef<Element>(null)
  const manage = (next: Managing) => {
    opener.current = document.activeElement
    setManaging(next)
  }
  const close = () => {
    setManaging(undefined)
    if (opener.current instanceof HTMLElement) opener.current.focus()
  }
  const writeHref = space.can.includes('write') ? `/wrap?space=${space.id}` : undefined
  return (
    <Space
      space={space} me={me?.person.id ?? ''} names={people && new Map(people.map((person) => [person.id, person.name]))}
      actions={<>
        <SpaceActions space={space} busy={busy} onDo={onDo} onManage={manage} />
        {problem && <Problem {...problem} />}
        {part && <SpaceManage key={part} space={space} me={me?.person.id ?? ''} part={part} onClose={close} />}
      </>}
      alarms={unowned.length > 0 && <Alarms batons={unowned} zone={zone} now={now} />}
      feed={feed.entries
        ? <SpaceFeed entries={feed.entries} zone={zone} now={now} writeHref={writeHref} more={feed.more} loading={feed.loading} onOlder={feed.onOlder} />
        : feed.problem ? <Problem {...feed.problem} /> : <Skeleton lines={6} />}
    />
  )
}
