import './States.css'
import type { ReactNode } from 'react'

type Props = {
  /** What will stand here, in a sentence. */
  text: ReactNode
  /** The first step: a `LinkAction` or a `Button`. */
  action?: ReactNode
}

/** An empty place says what will stand there and offers the first step. */
export function Empty({ text, action }: Props) {
  return (
    <div className="empty">
      <p>{text}</p>
      {action && <div className="empty-action">{action}</div>}
    </div>
  )
}
