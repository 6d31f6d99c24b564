import './inbox.css'
import type { InboxItem } from '#contract/attention.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { InlineText } from '../ui/InlineText.tsx'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { Why } from '../ui/Why.tsx'
import { byWords, clockWords, hrefOf } from './places.ts'
import { t } from '../ui/words.ts'

type Props = {
  item: InboxItem
  zone: string
  now: Temporal.Instant
  busy: boolean
  onDone: (undo: boolean) => void
  onSnooze: (until: 'hour' | 'shift' | null) => void
}

/** One thing that came: what it is, who from, why now; open it, put it away, or put it aside. */
export function InboxLine({ item, zone, now, busy, onDone, onSnooze }: Props) {
  const can = (verb: InboxItem['can'][number]) => item.can.includes(verb)
  const label = (verb: string) => `${verb}: ${item.title}`
  return (
    <Item
      text={<InlineText text={item.title} />} by={byWords(item, zone, now)} clock={item.urgent ? t`urgent` : clockWords(item, zone, now)} tone={item.urgent ? 'late' : 'plain'} why={<Why line={item.why} />}
      actions={(
        <>
          <LinkAction strong href={hrefOf(item)} keys="o" label={label(can('answer') ? t`Answer` : t`Open`)}>{can('answer') ? t`Answer` : t`Open`}</LinkAction>
          {can('done') && <LinkAction keys="e" label={label(t`Done`)} busy={busy} onClick={() => onDone(false)}>{t`Done`}</LinkAction>}
          {can('undone') && <LinkAction label={label(t`Bring back`)} busy={busy} onClick={() => onDone(true)}>{t`Bring back`}</LinkAction>}
          {can('snooze') && item.snoozedUntil === null && <LinkAction keys="h" label={label(t`In an hour`)} busy={busy} onClick={() => onSnooze('hour')}>{t`In an hour`}</LinkAction>}
          {can('snooze') && item.snoozedUntil === null && <LinkAction label={label(t`Next shift`)} busy={busy} onClick={() => onSnooze('shift')}>{t`Next shift`}</LinkAction>}
          {can('snooze') && item.snoozedUntil !== null && <LinkAction label={label(t`Wake`)} busy={busy} onClick={() => onSnooze(null)}>{t`Wake`}</LinkAction>}
        </>
      )}
    >
      {item.text !== '' && item.text !== item.title && <div className="inbox-read"><Disclosure summary={t`Read it here`}><Markdown text={item.text} /></Disclosure></div>}
    </Item>
  )
}
