import type { Callable } from '#domain/asks/mentions.ts'
import { AttachList } from '../../ui/AttachList.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { mentionsOf } from '../../ui/markdown/mentions-of.ts'
import { Problem } from '../../ui/Problem.tsx'
import { QuoteBlock } from '../../ui/QuoteBlock.tsx'
import { filesBeside } from '../read/texts.ts'
import type { PendingReply } from './use-replying.ts'
import { t } from '../../ui/words.ts'

type Props = { reply: PendingReply, callable: Callable, onAgain: () => void, onPutBack: () => void }

/** One's own reply before the server has it, as it will read; marked where it did not get there. */
export function PendingText({ reply, callable, onAgain, onPutBack }: Props) {
  return (
    <article className="text" data-pending={reply.problem ? 'failed' : 'sending'} aria-label={t`Your reply, not sent yet`}>
      <p className="text-by"><b>{t`You`}</b> · {reply.problem ? <span className="text-failed">{t`not sent`}</span> : t`on its way`}</p>
      {reply.quote && <QuoteBlock text={reply.quote.text} authorName={reply.quote.authorName} />}
      <Markdown text={reply.body} mentions={mentionsOf(reply.body, callable)} headingsBelow={2} />
      <AttachList files={filesBeside({ body: reply.body, files: [...reply.files] })} />
      {reply.problem && <Problem {...reply.problem} textSafe action={<><LinkAction strong onClick={onAgain}>{t`Send it again`}</LinkAction><LinkAction onClick={onPutBack}>{t`Put it back into the reply box`}</LinkAction></>} />}
    </article>
  )
}
