import { useEffect, useState } from 'react'
import { previewReceiver } from '#contract/handoffs.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { Combobox } from '../ui/Combobox.tsx'
import type { Option } from '../ui/Select.tsx'
import { previewInput } from './receiver.ts'
import type { ReceiverKey } from './receiver.ts'
import { t } from '../ui/words.ts'

type Props = {
  label: string
  spaceId: string
  options: readonly Option[]
  value: ReceiverKey | null
  onChange: (value: ReceiverKey | null) => void
  error?: string | undefined
}

/** A choice settles for this long before it is asked about. Unit: ms. */
const SETTLES_AFTER = 250

/** Who takes it; once chosen, when they start and what happens unless they accept. */
export function ReceiverPicker({ label, spaceId, options, value, onChange, error }: Props) {
  return (
    <div className="receiver">
      <Combobox label={label} options={options} value={value} onChange={onChange} placeholder={t`A person, a role or the next shift`} error={error} none={t`Nobody by that name is in this workspace.`} />
      <p className="hint" role="status">{value && <Preview spaceId={spaceId} receiver={value} />}</p>
    </div>
  )
}

function Preview({ spaceId, receiver }: { spaceId: string, receiver: ReceiverKey }) {
  const settled = useSettled(receiver)
  const input = settled === undefined ? undefined : previewInput(settled)
  const preview = useRead(previewReceiver, { spaceId, kind: 'shift', ...input }, { when: input !== undefined })
  if (preview.error) return `${problemFrom(preview.error).title} ${problemFrom(preview.error).next}`
  return settled === receiver ? preview.data?.sentence : null
}

/** A value once it has stood still for a moment. */
function useSettled<T>(value: T): T | undefined {
  const [settled, setSettled] = useState<T>()
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLES_AFTER)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
