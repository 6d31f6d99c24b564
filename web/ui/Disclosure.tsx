import './Disclosure.css'
import type { ReactNode } from 'react'

type Props = {
  /** What is folded, with its count in words: `Four more in Billing`. */
  summary: ReactNode
  open?: boolean
  children: ReactNode
}

/** Folded text; the browser's own `details`, so it opens by keyboard, by search in the page and in print. */
export function Disclosure({ summary, open = false, children }: Props) {
  return (
    <details className="disclosure" open={open}>
      <summary>{summary}</summary>
      <div className="disclosure-body">{children}</div>
    </details>
  )
}
