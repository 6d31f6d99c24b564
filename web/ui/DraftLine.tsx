import './States.css'
import { formatClock } from './format.ts'
import { LinkAction } from './LinkAction.tsx'

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
        {kept && `Draft kept at ${formatClock(kept.at, zone)}, ${kept.where === 'both' ? 'here and on the server' : 'on this device'}.`}
      </p>
      {other !== undefined && (
        <div className="draft-other" role="group" aria-label="The other version of this draft">
          <p>This draft was also changed in another window. Both versions are kept; the other one reads:</p>
          <blockquote className="prose">{other}</blockquote>
          <p className="empty-action">
            {onKeepMine && <LinkAction strong onClick={onKeepMine}>Keep what is above</LinkAction>}
            {onTakeOther && <LinkAction onClick={onTakeOther}>Take the other version</LinkAction>}
          </p>
        </div>
      )}
    </div>
  )
}
