import { useState } from 'react'
import type { ThreadView } from '#contract/threads.ts'
import { FollowMenu } from '../../ui/FollowMenu.tsx'
import type { FollowChoice } from '../../ui/FollowMenu.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { t } from '../../ui/words.ts'

export type ThreadPart = 'resolve' | 'split' | 'move' | 'save'
type Props = {
  thread: ThreadView
  zone: string
  now: Temporal.Instant
  onOpen: (part: ThreadPart) => void
  onUnsave: () => void
  onFollow: (choice: FollowChoice) => void
  onCopy: () => void
}

/** What can be done with a thread as a whole. */
export function ThreadActions({ thread, zone, now, onOpen, onUnsave, onFollow, onCopy }: Props) {
  const [all, setAll] = useState(false)
  const can = (verb: ThreadView['can'][number]) => thread.can.includes(verb)
  return (
    <div className="thread-actions no-print">
      {can('resolve') && <LinkAction onClick={() => onOpen('resolve')}>{t`Resolve`}</LinkAction>}
      {can('ask') && <LinkAction href={`/ask/new?thread=${thread.number}`}>{t`Ask somebody`}</LinkAction>}
      {thread.saved ? <LinkAction onClick={onUnsave}>{t`Saved; let it go`}</LinkAction> : <LinkAction onClick={() => onOpen('save')}>{t`Save for later`}</LinkAction>}
      <FollowMenu following={thread.following} mutedUntil={thread.mutedUntil === null ? null : Temporal.Instant.from(thread.mutedUntil)} because={thread.followsBecause} zone={zone} now={now} onChoose={onFollow} />
      <LinkAction label={all ? t`Less to do with this thread` : t`More to do with this thread`} onClick={() => setAll(!all)}>{all ? t`Less` : t`More`}</LinkAction>
      {all && can('split') && <LinkAction onClick={() => onOpen('split')}>{t`Split`}</LinkAction>}
      {all && can('move') && <LinkAction onClick={() => onOpen('move')}>{t`Move`}</LinkAction>}
      {all && <LinkAction onClick={onCopy}>{t`Copy as Markdown`}</LinkAction>}
    </div>
  )
}
