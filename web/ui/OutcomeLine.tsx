import './thread.css'
import { InlineText } from './InlineText.tsx'
import { LinkAction } from './LinkAction.tsx'
import { Time } from './Time.tsx'
import { t } from './words.ts'

type Props = {
  text: string
  byName: string
  at: Temporal.Instant
  zone: string
  now: Temporal.Instant
  /** There where the reader may open it again. */
  onReopen?: (() => void) | undefined
}

/** What came out of it, at the top once it is resolved. */
export function OutcomeLine({ text, byName, at, zone, now, onReopen }: Props) {
  return (
    <div className="outcome-line">
      <h2 className="line-label settled">{t`Outcome`}</h2>
      <p className="line-text"><InlineText text={text} /></p>
      <p className="line-by">{byName}, <Time at={at} zone={zone} now={now} />{onReopen && <> · <LinkAction onClick={onReopen}>{t`Open again`}</LinkAction></>}</p>
    </div>
  )
}
