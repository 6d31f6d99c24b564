import { useRouter, useSearch } from '@tanstack/react-router'
import { listEntries } from '#contract/entries.ts'
import { prefillWrap } from '#contract/handoffs.ts'
import { listPeople, listTeamRoles } from '#contract/people.ts'
import { listSpaces } from '#contract/spaces.ts'
import { problemFrom, useRead } from '../../../app/api.ts'
import { useMe } from '../../../app/me.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { LinkAction } from '../../../ui/LinkAction.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { isAlone, usualSpace } from './usual-space.ts'
import { WriteWrap } from './WriteWrap.tsx'
import { t } from '../../../ui/words.ts'

/** Finds the space, then reads what can be offered for a wrap in it. */
export function WriteWrapPage() {
  const me = useMe().data
  const { space } = useSearch({ strict: false })
  const { history } = useRouter()
  const spaces = (me?.spaces ?? []).filter((one) => one.joined)
  const asked = spaces.find((one) => one.id === space)?.id
  const last = useRead(listEntries, { authorId: me?.person.id, kind: 'wrap', limit: 1 }, { when: me !== undefined && asked === undefined })
  const all = useRead(listSpaces, {})
  const peopled = all.data?.spaces ?? []
  const spaceId = asked ?? (last.isPending || all.isPending ? undefined : usualSpace(spaces, peopled, last.data?.items[0]?.spaceId))
  const prefill = useRead(prefillWrap, { spaceId: spaceId ?? '' }, { when: spaceId !== undefined })
  const isPrivate = spaces.find((one) => one.id === spaceId)?.visibility === 'private'
  const people = useRead(listPeople, isPrivate && spaceId !== undefined ? { spaceId } : {}, { when: spaceId !== undefined })
  const roles = useRead(listTeamRoles, {})
  const error = prefill.error ?? people.error
  if (!me) return null
  if (spaces.length === 0) return <NoSpace />
  if (spaceId === undefined || !prefill.data || !people.data) {
    return (
      <Page title={t`Wrap up your shift`} lede={t`A minute of writing, so that nobody has to ask.`}>
        {error ? <Problem {...problemFrom(error)} action={<LinkAction strong onClick={() => { void prefill.refetch(); void people.refetch() }}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={9} />}
      </Page>
    )
  }
  return (
    <WriteWrap
      key={spaceId} me={me} spaceId={spaceId} spaces={spaces} alone={isAlone(peopled, spaceId)} prefill={prefill.data} people={people.data.people} roles={roles.data?.roles ?? []}
      onSpace={(id) => history.replace(`/wrap?space=${id}`)}
    />
  )
}

function NoSpace() {
  return (
    <Page title={t`Wrap up your shift`}>
      <Empty text={t`A wrap stands in a space, and you are in none yet. Join one, or ask somebody to add you.`} action={<LinkAction strong href="/people">{t`See who is here`}</LinkAction>} />
    </Page>
  )
}
