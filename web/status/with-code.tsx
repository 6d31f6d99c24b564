import type { ReactNode } from 'react'

/** A sentence of the server in which commands stand between backticks, as the terminal shows them. */
export const withCode = (sentence: string): ReactNode =>
  sentence.split('`').map((part, at) => at % 2 === 1 ? <code key={at}>{part}</code> : part)
