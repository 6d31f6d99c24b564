import './CopyLine.css'
import { useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { t } from './words.ts'

type Props = {
  /** What it is, for people who hear the page: `Invite link for mei@example.org`. */
  label: string
  text: string
}

/** Text to hand over by other means: shown whole, selected on focus, copied by a button. */
export function CopyLine({ label, text }: Props) {
  const [said, setSaid] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const copy = () => {
    input.current?.select()
    // Without https the browser offers no clipboard; then the text is selected, ready for the keys.
    const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
    copied.then(() => setSaid(t`Copied.`), () => setSaid(t`Selected; press Ctrl C or ⌘ C.`))
  }
  return (
    <div>
      <div className="copy-line">
        <input ref={input} className="input" readOnly aria-label={label} value={text} onFocus={(event) => event.target.select()} />
        <Button look="quiet" onClick={copy} aria-label={t`Copy: ${label}`}>{t`Copy`}</Button>
      </div>
      <p className="notice" role="status">{said}</p>
    </div>
  )
}
