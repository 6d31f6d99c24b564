import type { ThreadView } from '#contract/threads.ts'
import { FollowMenu } from '../../ui/FollowMenu.tsx'
import type { FollowChoice } from '../../ui/FollowMenu.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'

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
  const can = (verb: ThreadView['can'][number]) => thread.can.includes(verb)
  return (
    <div className="thread-actions no-print">
      {can('resolve') && <LinkAction onClick={() => onOpen('resolve')}>Resolve</LinkAction>}
      {can('ask') && <LinkAction href={`/ask/new?thread=${thread.number}`}>Ask somebody</LinkAction>}
      {thread.saved ? <LinkAction onClick={onUnsave}>Saved; let it go</LinkAction> : <LinkAction onClick={() => onOpen('save')}>Save for later</LinkAction>}
      {can('split') && <LinkAction onClick={() => onOpen('split')}>Split</LinkAction>}
      {can('move') && <LinkAction onClick={() => onOpen('move')}>Move</LinkAction>}
      <LinkAction onClick={onCopy}>Copy as Markdown</LinkAction>
      <FollowMenu following={thread.following} mutedUntil={thread.mutedUntil === null ? null : Temporal.Instant.from(thread.mutedUntil)} because={thread.followsBecause} zone={zone} now={now} onChoose={onFollow} />
    </div>
  )
}
