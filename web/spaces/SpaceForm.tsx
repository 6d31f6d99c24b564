import { useState } from 'react'
import type { createSpace, SpaceView } from '#contract/spaces.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { Problem } from '#contract/problem.ts'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { SendForm } from '../ui/SendForm.tsx'

type Props = { busy: boolean, problem: Problem | undefined, onCreate: (space: GivenTo<typeof createSpace>) => void, onCancel: () => void }

const WHO = [{ value: 'open', label: 'Open to the workspace' }, { value: 'private', label: 'Members only' }] as const
const NOISE = [{ value: 'work', label: 'Work' }, { value: 'announcements', label: 'Announcements' }, { value: 'social', label: 'Social' }] as const
const NOISE_SAID: Record<SpaceView['noise'], string> = { work: 'What is written here comes in each brief.', announcements: 'Few words, rarely, for everybody.', social: 'Nothing here needs an answer.' }

/** Name, what it is for, who may read, how loud it is. */
export function SpaceForm({ busy, problem, onCreate, onCancel }: Props) {
  const [name, setName] = useState('')
  const [purpose, setPurpose] = useState('')
  const [visibility, setVisibility] = useState<SpaceView['visibility']>('open')
  const [noise, setNoise] = useState<SpaceView['noise']>('work')
  const [tried, setTried] = useState(false)
  const empty = name.trim() === ''
  const create = () => {
    setTried(true)
    if (!empty) onCreate({ name: name.trim(), purpose, visibility, noise })
  }
  return (
    <SendForm submit="Make the space" onSubmit={create} busy={busy} problem={problem} label="A new space" aside={<LinkAction onClick={onCancel}>Leave it</LinkAction>}>
      <Field label="Name" value={name} onChange={setName} error={tried && empty ? 'Give the space a name.' : undefined} />
      <Field label="What it is for" hint="One sentence, so that people know what to write here." value={purpose} onChange={setPurpose} />
      <Choice legend="Who reads it" options={WHO} value={visibility} onChange={setVisibility} />
      <Choice legend="How loud it is" options={NOISE} value={noise} onChange={setNoise} hint={NOISE_SAID[noise]} />
    </SendForm>
  )
}
