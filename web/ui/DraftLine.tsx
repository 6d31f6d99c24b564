import './States.css'
import { formatClock } from './format.ts'
import { LinkAction } from './LinkAction.tsx'
import { t } from './words.ts'

type Kept = { at: Temporal.Instant, where: 'device' | 'both' }
type Props = {
  kept: Kept | undefined
  zone: string
  /** The same draft as another tab or device kept it meanwhile; shown so that nothing is overwritten silently. */
  other?: string | undefined
  onTakeOther?: () => void
  onKeepMine?: () => void
}

/** Says quietly that the draft is kept; when it was also changed elsewhere, shows both and lets the person choose. */
export function DraftLine({ kept, zone, other, onTakeOther, onKeepMine }: Props) {
  return (
    <div className="draft">
      <p className="notice" role="status">
        {kept && t`Draft kept at ${formatClock(kept.at, zone)}, ${kept.where === 'both' ? t`here and on the server` : t`on this device`}.`}
      </p>
      {other !== undefined && (
        <div className="draft-other" role="group" aria-label={t`The other version of this draft`}>
          <p>{t`This draft was also changed in another window. Both versions are kept; the other one reads:`}</p>
          <blockquote className="prose">{other}</blockquote>
          <p className="empty-action">
            {onKeepMine && <LinkAction strong onClick={onKeepMine}>{t`Keep what is above`}</LinkAction>}
            {onTakeOther && <LinkAction onClick={onTakeOther}>{t`Take the other version`}</LinkAction>}
          </p>
        </div>
      )}
    </div>
  )
}
