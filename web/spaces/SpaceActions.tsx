import { useState } from 'react'
import type { SpaceView } from '#contract/spaces.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import type { Managing } from './SpaceManage.tsx'
import { t } from '../ui/words.ts'

export type SpaceVerb = 'join' | 'leave' | 'archive'
type Props = { space: SpaceView, busy: boolean, onDo: (verb: SpaceVerb) => void, onManage: (part: Managing) => void }

/** What one may do with a space. Leaving a private one is asked about, because it is then out of sight. */
export function SpaceActions({ space, busy, onDo, onManage }: Props) {
  const [leaving, setLeaving] = useState(false)
  const can = (verb: SpaceView['can'][number]) => space.can.includes(verb)
  const leave = () => (space.visibility === 'private' ? setLeaving(true) : onDo('leave'))
  return (
    <p className="space-actions no-print">
      {can('write') && <LinkAction strong href={`/wrap?space=${space.id}`}>{t`Write a wrap here`}</LinkAction>}
      {can('write') && <LinkAction href={`/threads/new?space=${space.id}`}>{t`Write a thread`}</LinkAction>}
      <LinkAction href={`/threads?space=${space.id}`}>{t`Its threads`}</LinkAction>
      {can('join') && <LinkAction strong={!can('write')} busy={busy} onClick={() => onDo('join')}>{t`Join`}</LinkAction>}
      {can('leave') && <LinkAction busy={busy} onClick={leave}>{t`Leave`}</LinkAction>}
      {can('edit') && <LinkAction onClick={() => onManage('edit')}>{t`Edit`}</LinkAction>}
      {can('edit') && <LinkAction onClick={() => onManage('members')}>{can('add-member') ? t`Add or take out members` : t`Take out members`}</LinkAction>}
      {can('archive') && <LinkAction busy={busy} onClick={() => onDo('archive')}>{space.archived ? t`Open it again` : t`Archive`}</LinkAction>}
      <Dialog
        open={leaving} onOpenChange={setLeaving} title={t`Leave ${space.name}?`} description={t`It is for its members only, so you will not see it any more until somebody adds you again.`}
        actions={<><Button onClick={() => { setLeaving(false); onDo('leave') }}>{t`Leave it¦space`}</Button><LinkAction onClick={() => setLeaving(false)}>{t`Stay`}</LinkAction></>}
      />
    </p>
  )
}
