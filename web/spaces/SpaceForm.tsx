import { useEffect, useRef, useState } from 'react'
import type { createSpace, SpaceView } from '#contract/spaces.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { Problem } from '#contract/problem.ts'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { useSaidAt } from '../ui/said-at.ts'
import { SendForm } from '../ui/SendForm.tsx'
import { visibilityWords } from './space-words.ts'
import { t } from '../ui/words.ts'

type Fields = GivenTo<typeof createSpace>
type Props = {
  /** What it is called before it is sent: `A new space`. */
  label: string
  submit: string
  /** The space that is changed; absent for a new one. */
  space?: SpaceView
  busy: boolean
  problem: Problem | undefined
  onSend: (space: Fields) => void
  onCancel: () => void
}

const WHO = [{ value: 'open', label: t`Open to the workspace` }, { value: 'private', label: t`Members only` }] as const
const NOISE = [{ value: 'work', label: t`Work` }, { value: 'announcements', label: t`Announcements` }, { value: 'social', label: t`Social` }] as const
const NOISE_SAID: Record<SpaceView['noise'], string> = { work: t`What is written here comes in each brief.`, announcements: t`Few words, rarely, for everybody.`, social: t`Nothing here needs an answer.` }

/** Name, what it is for, who may read, how loud it is. */
export function SpaceForm({ label, submit, space, busy, problem, onSend, onCancel }: Props) {
  const [name, setName] = useState(space?.name ?? '')
  const [purpose, setPurpose] = useState(space?.purpose ?? '')
  const [visibility, setVisibility] = useState<SpaceView['visibility']>(space?.visibility ?? 'open')
  const [noise, setNoise] = useState<SpaceView['noise']>(space?.noise ?? 'work')
  const [tried, setTried] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const said = { name: useSaidAt(problem, 'name', name), purpose: useSaidAt(problem, 'purpose', purpose) }
  const empty = name.trim() === ''
  const send = () => {
    setTried(true)
    if (!empty) onSend({ name: name.trim(), purpose, visibility, noise })
  }
  return (
    <SendForm submit={submit} onSubmit={send} busy={busy} problem={problem} saysAt={['name', 'purpose']} label={label} aside={<LinkAction onClick={onCancel}>{t`Leave it`}</LinkAction>}>
      <Field ref={first} label={t`Name`} value={name} onChange={setName} error={tried && empty ? t`Give the space a name.` : said.name} />
      <Field label={t`What it is for`} hint={t`One sentence, so that people know what to write here.`} value={purpose} onChange={setPurpose} error={said.purpose} />
      <Choice legend={t`Who reads it`} options={WHO} value={visibility} onChange={setVisibility} hint={visibilityWords(visibility, space)} />
      <Choice legend={t`How loud it is`} options={NOISE} value={noise} onChange={setNoise} hint={NOISE_SAID[noise]} />
    </SendForm>
  )
}
