import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { listTextDrafts } from '../app/text-draft.ts'
import { Empty } from '../ui/Empty.tsx'
import { formatWhen } from '../ui/format.ts'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { inShort, placeOf } from './draft-words.ts'
import { WaitingList } from './WaitingList.tsx'
import { t } from '../ui/words.ts'

/** The texts and pages that the reader has begun on this device, where each goes on, and above them what waits to be sent. */
export function DraftsPage() {
  const me = useMe().data
  const now = useNow()
  const drafts = me ? listTextDrafts(me.person.id) : []
  return (
    <Page title={t`Drafts`} lede={t`Texts and pages that you have begun on this device. They are kept as you type, here and on the server.`}>
      {me && <WaitingList personId={me.person.id} zone={me.person.zone} now={now} />}
      {drafts.map(({ slot, text, at }) => {
        const place = placeOf(slot)
        return (
          <Item
            key={slot} text={inShort(text)} by={`${place ? `${place.title}, ` : ''}${formatWhen(at, zoneOf(me), now)}`}
            actions={place && <LinkAction strong href={place.href} keys="o" label={t`Go on: ${place.title}`}>{t`Go on`}</LinkAction>}
          />
        )
      })}
      {drafts.length === 0 && <Empty text={t`Nothing is begun. What you start to write and do not send stands here.`} />}
    </Page>
  )
}
