import './States.css'
import { t } from './words.ts'

type Props = {
  /** Lines of the text to come, so that the page does not jump when it arrives. */
  lines?: number
  /** Said once to people who hear the page. */
  label?: string
}

/** Lengths of drawn lines in per cent, so that it looks like a paragraph. */
const LENGTHS = [96, 88, 93, 72, 90, 64]

/** Holds the place of text that is on its way. It does not move. */
export function Skeleton({ lines = 3, label = t`Loading.` }: Props) {
  return (
    <div className="skeleton">
      <span className="unseen" role="status">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <svg key={line} height="28" width="100%" aria-hidden><rect y="9" height="10" rx="3" width={`${LENGTHS[line % LENGTHS.length]}%`} /></svg>
      ))}
    </div>
  )
}
