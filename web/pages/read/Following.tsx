import { followThread, readThread } from '#contract/threads.ts'
import { useRead } from '../../app/api.ts'
import { useSend } from '../../app/send.ts'
import { FollowMenu } from '../../ui/FollowMenu.tsx'
import type { FollowChoice } from '../../ui/FollowMenu.tsx'
import { followAsked } from '../../ui/follow-asked.ts'

/** Whether one is told of what is said and changed here. */
export function Following({ number, zone, now }: { number: number, zone: string, now: Temporal.Instant }) {
  const thread = useRead(readThread, { number, limit: 1 }).data
  const { send } = useSend(followThread, 'threads', 'inbox')
  if (!thread) return null
  const choose = (choice: FollowChoice) => send({ number, ...followAsked(choice, now, zone) })
  return <FollowMenu following={thread.following} mutedUntil={thread.mutedUntil === null ? null : Temporal.Instant.from(thread.mutedUntil)} because={thread.followsBecause} zone={zone} now={now} onChoose={choose} />
}
