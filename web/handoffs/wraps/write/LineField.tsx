import { useId } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Line } from './lines.ts'
import { t } from '../../../ui/words.ts'

type Props = {
  /** For people who hear the page: `Done, line 2`. */
  name: string
  line: Line
  placeholder: string
  source: ReactNode
  missing: string | undefined
  onChange: (change: Partial<Line>) => void
  onKeys: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

/** One line: words on a rule, with a checkbox and a source where Longhand offered it. */
export function LineField({ name, line, placeholder, source, missing, onChange, onKeys }: Props) {
  const id = useId()
  return (
    <div className="line" data-left-out={!line.kept || undefined}>
      {line.offered
        ? <input type="checkbox" aria-label={t`Keep: ${line.text}`} checked={line.kept} onChange={(event) => onChange({ kept: event.target.checked })} />
        : <span className="line-dash" aria-hidden>–</span>}
      <textarea
        rows={1} aria-label={name} value={line.text} placeholder={placeholder}
        aria-invalid={missing ? true : undefined} aria-describedby={source ? `${id}-source` : undefined}
        onChange={(event) => onChange({ text: event.target.value.replaceAll(/\r?\n/g, ' ') })} onKeyDown={onKeys}
      />
      {source && <p className="hint" id={`${id}-source`}>{source}</p>}
    </div>
  )
}
