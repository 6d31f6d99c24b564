import './Disclosure.css'
import type { ReactNode } from 'react'

type Props = {
  /** What is folded, with its count in words: `Four more in Billing`. */
  summary: ReactNode
  open?: boolean
  /** For who closes it again once something in it was chosen. */
  onToggle?: (open: boolean) => void
  children: ReactNode
}

/** Folded text; the browser's own `details`, so it opens by keyboard, by search in the page and in print. */
export function Disclosure({ summary, open = false, onToggle, children }: Props) {
  return (
    <details className="disclosure" open={open} onToggle={onToggle && (({ currentTarget }) => onToggle(currentTarget.open))}>
      <summary>{summary}</summary>
      <div className="disclosure-body">{children}</div>
    </details>
  )
}
