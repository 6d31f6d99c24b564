import { useId, useState } from 'react'
import { FieldFrame } from '../ui/Field.tsx'
import { t } from '../ui/words.ts'

type Props = {
  label: string
  hint: string
  file: string | undefined
  onFile: (file: { name: string, text: string }) => void
}

/** Largest file taken, as the contract has it. Unit: characters. */
const LARGEST = 900_000

/** A calendar file, read in the browser. */
export function FileField({ label, hint, file, onFile }: Props) {
  const id = useId()
  const [error, setError] = useState<string>()
  const take = async (chosen: File | undefined) => {
    if (!chosen) return
    const text = await chosen.text().catch(() => undefined)
    setError(text === undefined ? t`This file could not be read. Choose another.` : text.length > LARGEST ? t`This file is larger than a calendar of holidays. Choose a smaller one.` : undefined)
    if (text !== undefined && text.length <= LARGEST) onFile({ name: chosen.name, text })
  }
  return (
    <FieldFrame id={id} label={label} hint={file ? t`${hint} Chosen: ${file}.` : hint} error={error}>
      <input id={id} className="file-input" type="file" accept=".ics,text/calendar" aria-describedby={`${id}-hint`} aria-invalid={error ? true : undefined} onChange={(event) => void take(event.target.files?.[0])} />
    </FieldFrame>
  )
}
