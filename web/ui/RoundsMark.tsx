import './thread.css'
import { counted } from './format.ts'
import { t } from './words.ts'

type Props = {
  /** Exchanges back and forth on what is open. */
  rounds: number
  /** From here on a call or a decision is offered: see the agreement. */
  limit: number
}

/** How often it went round, as thin strokes in the margin; nothing before the first round. */
export function RoundsMark({ rounds, limit }: Props) {
  if (rounds < 1) return null
  const words = t`${counted(rounds, 'round')} back and forth${rounds >= limit ? t`; talking may be quicker` : ''}`
  return (
    <span className="rounds-mark" data-tone={rounds >= limit ? 'clock' : undefined} title={words}>
      <span className="rounds-strokes" aria-hidden>{Array.from({ length: Math.min(rounds, STROKES_MAX) }, (_, index) => <i key={index} />)}</span>
      <span className="unseen">{words}.</span>
      <span aria-hidden>{counted(rounds, 'round')}</span>
    </span>
  )
}

/** More strokes say no more. */
const STROKES_MAX = 6
