import './States.css'
import type { ReactNode } from 'react'

type Props = {
  tone?: 'plain' | 'settled' | 'clock' | 'late'
  /** Empty while there is nothing to say; the place stays, so that the words are read out when they come. */
  children?: ReactNode
}

/** A quiet line about what just happened, in the place where it happened. Read out politely. */
export function Notice({ tone = 'plain', children }: Props) {
  return <p className="notice" data-tone={tone} role="status">{children}</p>
}
