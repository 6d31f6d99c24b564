import type { OutputOf } from '#contract/operation.ts'
import type { listSaved } from '#contract/threads.ts'
import { saveForLater } from '#contract/threads.ts'
import { announce } from '../../app/Announcer.tsx'
import { useSend } from '../../app/send.ts'
import { InlineText } from '../../ui/InlineText.tsx'
import { Item } from '../../ui/Item.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Time } from '../../ui/Time.tsx'
import { anchorOf } from '../read/texts.ts'
import { t, tr } from '../../ui/words.ts'

type Saved = OutputOf<typeof listSaved>['items'][number]
type Props = { saved: readonly Saved[], zone: string, now: Temporal.Instant }

/** What was kept for later, newest first: whole threads and single replies, with their reminders. */
export function SavedList({ saved, zone, now }: Props) {
  const { send, busy, problem } = useSend(saveForLater, 'threads')
  const letGo = ({ number, replyId }: Saved) => send({ number, replyId, saved: false }, () => announce(t`No longer kept.`))
  return (
    <>
      {problem && <Problem {...problem} />}
      {saved.map((one) => (
        <div key={`${one.number} ${one.replyId}`} className="thread-line" data-thread={one.number}>
          <Item
            text={<a className="thread-title" href={`/${one.number}${one.replyId === null ? '' : `#${anchorOf(one.replyId)}`}`} aria-keyshortcuts="Enter o">{one.title}</a>}
            by={<>{one.replyId !== null && t`A reply in it · `}{one.spaceName} · {tr`saved ${<Time at={Temporal.Instant.from(one.savedAt)} zone={zone} now={now} />}`}{one.remindAt !== null && <> · {tr`reminder ${<Time at={Temporal.Instant.from(one.remindAt)} zone={zone} now={now} />}`}</>}</>}
            actions={<LinkAction keys="e" label={t`Let it go: ${one.title}`} busy={busy} onClick={() => letGo(one)}>{t`Let it go`}</LinkAction>}
          >
            {one.excerpt !== '' && <p className="thread-stands"><InlineText text={one.excerpt} /></p>}
          </Item>
        </div>
      ))}
    </>
  )
}
