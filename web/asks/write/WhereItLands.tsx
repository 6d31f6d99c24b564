import type { Offer } from '#contract/asks.ts'
import { RailPart } from '../../ui/Page.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { ReaderRibbons } from '../../ui/ReaderRibbons.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { offerLabel, offerRest, readerOf } from './landing-words.ts'
import type { usePreview } from './use-preview.ts'
import { t } from '../../ui/words.ts'

type Props = ReturnType<typeof usePreview> & { now: Temporal.Instant, onTake: (offer: Offer) => void }

/** Each reader's day with the moment they read it and the moment it is due; where that is too late, what would be sooner. */
export function WhereItLands({ preview, problem, pending, now, onTake }: Props) {
  return (
    <RailPart title={t`Where it lands`}>
      {problem && <Problem {...problem} textSafe />}
      {!preview && !problem && (pending ? <Skeleton lines={2} label={t`Looking when they read it.`} /> : <p className="hint">{t`Once you choose who answers, their day stands here with the moment they read this.`}</p>)}
      {preview && !problem && (
        <div className="lands" aria-busy={pending}>
          <ReaderRibbons
            readers={preview.landings.map(readerOf)} now={now} warning={preview.warning ?? undefined}
            offers={preview.offers.map((offer) => ({ key: offer.kind, label: offerLabel(offer), sentence: offerRest(offer), onTake: () => onTake(offer) }))}
          />
        </div>
      )}
    </RailPart>
  )
}
