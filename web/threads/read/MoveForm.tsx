import { useState } from 'react'
import { moveThread } from '#contract/threads.ts'
import { announce } from '../../app/Announcer.tsx'
import { useMe } from '../../app/me.ts'
import { useSend } from '../../app/send.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Select } from '../../ui/Select.tsx'
import { SendForm } from '../../ui/SendForm.tsx'
import { t } from '../../ui/words.ts'

/** Takes a thread to another space; its number and links stay. */
export function MoveForm({ number, spaceId, onClose }: { number: number, spaceId: string, onClose: () => void }) {
  const spaces = (useMe().data?.spaces ?? []).filter(({ id, joined }) => joined && id !== spaceId)
  const [space, setSpace] = useState<string | null>(null)
  const { send, busy, problem } = useSend(moveThread, 'threads', 'entries')
  const submit = () => {
    if (space !== null) send({ number, spaceId: space }, () => { announce(t`Moved.`); onClose() })
  }
  return (
    <section className="thread-part" aria-label={t`Move the thread`}>
      <SendForm label={t`Move the thread`} submit={t`Move it`} look="quiet" onSubmit={submit} busy={busy} problem={problem} aside={<LinkAction onClick={onClose}>{t`Leave it here`}</LinkAction>}>
        <Select label={t`To which space`} hint={t`Who can see that space can read it then; its number and links stay.`} options={spaces.map(({ id, name }) => ({ value: id, label: name }))} value={space} onChange={setSpace} />
      </SendForm>
    </section>
  )
}
