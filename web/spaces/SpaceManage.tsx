import { listPeople } from '#contract/people.ts'
import { addSpaceMember, editSpace, removeSpaceMember } from '#contract/spaces.ts'
import type { SpaceView } from '#contract/spaces.ts'
import { announce } from '../app/Announcer.tsx'
import { useRead } from '../app/api.ts'
import { useSend } from '../app/send.ts'
import { SpaceForm } from './SpaceForm.tsx'
import { SpaceMembers } from './SpaceMembers.tsx'
import { t } from '../ui/words.ts'

/** What of a space is being changed; at most one at a time. */
export type Managing = 'edit' | 'members'
type Props = { space: SpaceView, me: string, part: Managing, onClose: () => void }

/** Changes a space: its own words and settings, or who is in it. */
export function SpaceManage({ space, me, part, onClose }: Props) {
  const people = useRead(listPeople, {}).data?.people ?? []
  const refreshes = ['spaces', 'account', 'people', 'entries']
  const edit = useSend(editSpace, ...refreshes)
  const add = useSend(addSpaceMember, ...refreshes)
  const remove = useSend(removeSpaceMember, ...refreshes)
  if (part === 'members') return <SpaceMembers space={space} people={people} me={me} add={add} remove={remove} onClose={onClose} />
  const saved = () => {
    announce(t`Saved.`)
    onClose()
  }
  return <SpaceForm label={t`Edit ${space.name}`} submit={t`Save`} space={space} busy={edit.busy} problem={edit.problem} onCancel={onClose} onSend={(fields) => edit.send({ id: space.id, ...fields }, saved)} />
}
