import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { createSpace, joinSpace, listSpaces } from '#contract/spaces.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { useMe } from '../app/me.ts'
import { useSend } from '../app/send.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SpaceForm } from './SpaceForm.tsx'
import { SpaceList } from './SpaceList.tsx'
import { t } from '../ui/words.ts'

/** Every space one can see, and a way to make one. */
export function SpacesPage() {
  const me = useMe().data
  const spaces = useRead(listSpaces, {})
  const { history } = useRouter()
  const create = useSend(createSpace, 'spaces', 'account')
  const join = useSend(joinSpace, 'spaces', 'account')
  const [making, setMaking] = useState(false)
  const close = () => {
    create.reset()
    setMaking(false)
  }
  const mayMake = me !== undefined && me.person.role !== 'guest'
  const lede = me?.person.role === 'guest' ? t`Where the team writes. You see those that you were added to.` : t`Where the team writes. An open one can be read by everybody in the workspace.`
  return (
    <Page title={t`Spaces`} lede={lede}>
      {mayMake && !making && <p className="page-first"><LinkAction strong onClick={() => setMaking(true)}>{t`Make a space`}</LinkAction></p>}
      {making && <SpaceForm label={t`A new space`} submit={t`Make the space`} busy={create.busy} problem={create.problem} onCancel={close} onSend={(fields) => create.send(fields, ({ id }) => history.push(`/spaces/${id}`))} />}
      {spaces.data && <SpaceList spaces={spaces.data.spaces} join={join} />}
      {spaces.error && !spaces.data && <Problem {...problemFrom(spaces.error)} action={<LinkAction strong onClick={() => void spaces.refetch()}>{t`Try again`}</LinkAction>} />}
      {spaces.isPending && <Skeleton lines={6} />}
    </Page>
  )
}
