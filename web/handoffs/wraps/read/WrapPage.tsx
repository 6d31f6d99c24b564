import { useState } from 'react'
import { deleteEntry, restoreEntry } from '#contract/entries.ts'
import { clearLine, readWrap } from '#contract/handoffs.ts'
import { problemFrom, useRead, useWrite } from '../../../app/api.ts'
import { useNow } from '../../../app/clock.ts'
import { useMe, zoneOf } from '../../../app/me.ts'
import { LinkAction } from '../../../ui/LinkAction.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { BatonList } from '../../batons/BatonList.tsx'
import { Deleted } from './Deleted.tsx'
import { ReadingRail } from './ReadingRail.tsx'
import { WrapReading } from './WrapReading.tsx'
import { t } from '../../../ui/words.ts'

/** Reads a wrap by its number; its author may delete it and bring it back. */
export function WrapPage({ number }: { number: number }) {
  const [deleted, setDeleted] = useState(false)
  const wrap = useRead(readWrap, { number }, { when: !deleted })
  const me = useMe().data
  const now = useNow()
  const zone = zoneOf(me)
  const clear = useWrite(clearLine, { refreshes: ['wraps', 'brief'] })
  const away = useWrite(deleteEntry, { refreshes: ['entries', 'brief'], onDone: () => setDeleted(true) })
  const back = useWrite(restoreEntry, { refreshes: ['entries', 'wraps', 'brief'], onDone: () => setDeleted(false) })
  if (deleted) return <Deleted number={number} busy={back.isPending} problem={back.error ? problemFrom(back.error) : undefined} onRestore={() => back.mutate({ number })} />
  if (!wrap.data || !me) {
    return (
      <Page title={t`Wrap #${number}`}>
        {wrap.error ? <Problem {...problemFrom(wrap.error)} action={<LinkAction strong onClick={() => void wrap.refetch()}>{t`Try again`}</LinkAction>} /> : <Skeleton lines={8} />}
      </Page>
    )
  }
  return (
    <WrapReading
      wrap={wrap.data} me={me.person.id} zone={zone} now={now} clearing={clear.isPending ? clear.variables.lineId : undefined} onClear={(lineId) => clear.mutate({ number, lineId })}
      problem={clear.error ? problemFrom(clear.error) : undefined}
      batons={<BatonList batons={wrap.data.batons} me={me.person.id} zone={zone} now={now} otherZone={wrap.data.authorZone} inWrap />}
      rail={<ReadingRail wrap={wrap.data} me={me.person.id} zone={zone} now={now} deleting={away.isPending} problem={away.error ? problemFrom(away.error) : undefined} onDelete={() => away.mutate({ number })} />}
    />
  )
}
