import './States.css'
import type { ReactNode } from 'react'
import { t } from './words.ts'

type Props = {
  /** What happened, in one sentence. */
  title: string
  detail?: string | undefined
  /** What to do now, in one sentence. */
  next: string
  /** True where the person had written something; then it says that the text is safe. */
  textSafe?: boolean
  action?: ReactNode
}

/** Something went wrong: what happened, that the text is safe, what to do. */
export function Problem({ title, detail, next, textSafe = false, action }: Props) {
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{title}</p>
      {detail && <p>{detail}</p>}
      <p>{textSafe && t`What you wrote is kept. `}{next}</p>
      {action && <div className="empty-action">{action}</div>}
    </div>
  )
}
