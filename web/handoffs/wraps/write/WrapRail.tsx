import type { MeView } from '#contract/account.ts'
import { LinkAction } from '../../../ui/LinkAction.tsx'
import { RailPart } from '../../../ui/Page.tsx'
import { Select } from '../../../ui/Select.tsx'
import { formatWhen } from '../../../ui/format.ts'
import type { Prefill } from './draft.ts'
import { QuietTimer } from './QuietTimer.tsx'
import { t } from '../../../ui/words.ts'

type Props = {
  spaces: MeView['spaces']
  spaceId: string
  /** Nobody else is in the space. */
  alone: boolean
  onSpace: (id: string) => void
  prefill: Prefill
  zone: string
  now: Temporal.Instant
  /** Already spent on this draft. */
  seconds: number
  onSecond: (seconds: number) => void
}

/** Where it will stand, what it starts from, how long it takes. */
export function WrapRail({ spaces, spaceId, alone, onSpace, prefill, zone, now, seconds, onSecond }: Props) {
  const since = Temporal.Instant.from(prefill.since)
  return (
    <>
      <div className="rail-part"><Select label={t`Space`} options={spaces.map((space) => ({ value: space.id, label: space.name }))} value={spaceId} onChange={onSpace} hint={hintFor(spaces, spaceId)} />{alone && <p className="hint">{t`Only you are in it.`} <LinkAction href={`/spaces/${spaceId}`}>{t`Add people`}</LinkAction></p>}</div>
      {prefill.lastNextAction && <RailPart title={t`What was next last time`}><p className="rail-quote">{prefill.lastNextAction}</p></RailPart>}
      <RailPart title={t`Since`}><p>{formatWhen(since, zone, now)}</p></RailPart>
      {prefill.notes.length > 0 && <RailPart title={t`Not read`}>{prefill.notes.map((note) => <p key={note}>{note}</p>)}</RailPart>}
      <RailPart title={t`Your time`}><QuietTimer start={seconds} onSecond={onSecond} /><p className="hint">{t`Only you see this.`}</p></RailPart>
    </>
  )
}

function hintFor(spaces: MeView['spaces'], spaceId: string): string {
  return spaces.find((space) => space.id === spaceId)?.visibility === 'private' ? t`Members of this space read it.` : t`Everybody in the workspace can read it.`
}
