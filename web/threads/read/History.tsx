import { readHistory } from '#contract/threads.ts'
import { problemFrom, useRead } from '../../app/api.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Time } from '../../ui/Time.tsx'
import type { ThreadText } from './texts.ts'
import { t, tr } from '../../ui/words.ts'

type Props = { number: number, text: Pick<ThreadText, 'replyId'>, zone: string, now: Temporal.Instant, onClose: () => void }

/** How a text read before it was changed, newest first. */
export function History({ number, text, zone, now, onClose }: Props) {
  const history = useRead(readHistory, { number, ...(text.replyId !== null && { replyId: text.replyId }) })
  return (
    <Dialog open onOpenChange={(open) => { if (!open) onClose() }} title={t`Earlier texts`} description={t`How it read before it was changed, newest first.`}>
      {history.error && <Problem {...problemFrom(history.error)} />}
      {!history.data && !history.error && <Skeleton lines={4} />}
      {history.data?.versions.length === 0 && <p className="hint">{t`It was never changed.`}</p>}
      {history.data?.versions.map((version) => (
        <section className="version" key={version.until}>
          <p className="text-by">{tr`${version.byName}, until ${<Time at={Temporal.Instant.from(version.until)} zone={zone} now={now} />}`}</p>
          {version.title !== null && <p className="version-title">{version.title}</p>}
          <Markdown text={version.body} headingsBelow={3} />
        </section>
      ))}
    </Dialog>
  )
}
