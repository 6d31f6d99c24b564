import './people.css'
import { listPeople, listTeamRoles, saveTeamRole } from '#contract/people.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { useSend } from '../app/send.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { choosable } from './choosable.ts'
import { Roles } from './Roles.tsx'
import { t } from '../ui/words.ts'

/** Roles that can be handed things, such as on call, and who holds them. */
export function RolesPage() {
  const me = useMe().data
  const zone = zoneOf(me)
  const now = useNow()
  const roles = useRead(listTeamRoles, {})
  const people = useRead(listPeople, {})
  const save = useSend(saveTeamRole, 'people')
  const error = roles.error ?? people.error
  return (
    <Page over={t`People and hours`} title={t`Roles of the team`} lede={t`What is handed to a role reaches whoever holds it and works next.`}>
      {roles.data && people.data && <Roles roles={roles.data.roles} people={choosable(people.data.people, '', zone, now)} save={save} canEdit={me !== undefined && me.person.role !== 'guest'} />}
      {error && !(roles.data && people.data) && <Problem {...problemFrom(error)} action={<LinkAction strong onClick={() => void roles.refetch()}>{t`Try again`}</LinkAction>} />}
      {!error && !(roles.data && people.data) && <Skeleton lines={5} />}
    </Page>
  )
}
