import { useRouter } from '@tanstack/react-router'
import { archiveSpace, joinSpace, leaveSpace } from '#contract/spaces.ts'
import type { SpaceView } from '#contract/spaces.ts'
import { problemFrom, useWrite } from '../app/api.ts'
import type { SpaceVerb } from './SpaceActions.tsx'

/** Joins, leaves and archives; whoever leaves a private space is led to the brief, since it is out of sight then. */
export function useSpaceVerbs(space: SpaceView) {
  const { history } = useRouter()
  const refreshes = ['spaces', 'account', 'people']
  const join = useWrite(joinSpace, { refreshes })
  const archive = useWrite(archiveSpace, { refreshes })
  const leave = useWrite(leaveSpace, { refreshes: space.visibility === 'private' ? ['account'] : refreshes, onDone: () => { if (space.visibility === 'private') history.replace('/') } })
  const onDo = (verb: SpaceVerb) => {
    if (verb === 'join') join.mutate({ id: space.id })
    else if (verb === 'leave') leave.mutate({ id: space.id })
    else archive.mutate({ id: space.id, archived: !space.archived })
  }
  const error = join.error ?? leave.error ?? archive.error
  return { onDo, busy: join.isPending || leave.isPending || archive.isPending, problem: error ? problemFrom(error) : undefined }
}
