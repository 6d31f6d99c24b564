import { useState } from 'react'
import type { RefObject } from 'react'
import type { Called } from '../../app/use-callable.ts'
import { readAgreement } from '#contract/agreement.ts'
import { useRead } from '../../app/api.ts'
import type { DraftHandle } from '../../app/drafts.ts'
import { useMentionCost } from '../../app/use-mention-cost.ts'
import { useWritingCheck } from '../../app/use-writing-check.ts'
import { AttachList } from '../../ui/AttachList.tsx'
import { CheckedNotes } from '../../ui/CheckedNotes.tsx'
import { Composer } from '../../ui/composer/Composer.tsx'
import type { ComposerHandle } from '../../ui/composer/handle.ts'
import { DraftLine } from '../../ui/DraftLine.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { mentionsOf } from '../../ui/markdown/mentions-of.ts'
import { QuoteBlock } from '../../ui/QuoteBlock.tsx'
import { useAttach } from '../../ui/use-attach.ts'
import type { ReplyMore } from './reply-more.ts'
import { allArrived, keptFrom } from '../../ui/kept-files.ts'
import type { Unsent } from '../../app/offline/unsent.ts'
import { lengthWords } from './length-words.ts'
import { t } from '../../ui/words.ts'

type Props = {
  spaceId: string
  zone: string
  called: Called
  draft: DraftHandle<string>
  more: DraftHandle<ReplyMore>
  composer: RefObject<ComposerHandle | null>
  onSend: (reply: Pick<Unsent, 'body' | 'quote' | 'files'>) => void
  /** There where the reader owes an answer: sends the text as it. */
  onAnswer?: ((body: string) => void) | undefined
  answering?: boolean
}

/** Where one replies: the text, what it quotes, what goes with it, and what its mentions cost. */
export function ReplyBox({ spaceId, zone, called, draft, more, composer, onSend, onAnswer, answering = false }: Props) {
  const [checking, setChecking] = useState(false)
  const { quote, files } = more.value
  const attach = useAttach((markdown, file) => {
    more.set({ ...more.value, files: [...more.value.files, keptFrom(file)] })
    if (file.image) composer.current?.insertBlock(markdown)
  })
  const cost = useMentionCost(spaceId, draft.value, called.callable)
  const check = useWritingCheck(draft.value, { kind: 'reply' }, checking)
  const hint = useLengthHint(draft.value)
  const send = () => onSend({ body: draft.value.trim(), quote, files })
  return (
    <div className="reply-box" id="reply-box">
      {quote && (
        <div className="reply-quote">
          <QuoteBlock text={quote.text} authorName={quote.authorName} />
          <LinkAction label={t`Leave out the quote`} onClick={() => more.set({ ...more.value, quote: null })}>{t`Leave out the quote`}</LinkAction>
        </div>
      )}
      <Composer
        ref={composer} label={t`Your reply`} placeholder={t`Write a reply`} value={draft.value} onChange={draft.set} onSend={send} send={t`Reply`} rows={3} ready={allArrived(attach)} busy={answering}
        sources={called.sources} mentions={mentionsOf(draft.value, called.callable)} onFiles={attach.onFiles}
        attachments={<><AttachList {...attach} files={files} onRemove={(id) => more.set({ ...more.value, files: files.filter((file) => file.id !== id) })} /><Notice tone="clock">{cost}</Notice>{hint && <Notice>{hint}</Notice>}</>}
        notes={check && ((places) => <CheckedNotes check={check} onShow={({ start, end }) => places.select(start, end)} />)}
        actions={
          <>
            {onAnswer && <LinkAction disabled={draft.value.trim() === ''} busy={answering} onClick={() => onAnswer(draft.value.trim())}>{t`Send it as the answer`}</LinkAction>}
            {draft.value.trim() !== '' && <LinkAction onClick={() => setChecking(!checking)}>{checking ? t`Hide the check` : t`Check it`}</LinkAction>}
          </>
        }
        draft={<DraftLine kept={draft.kept} zone={zone} other={draft.other} onTakeOther={draft.takeOther} onKeepMine={draft.keepMine} />}
      />
    </div>
  )
}

/** Over the length that the team agreed on, what may be better than one long text. */
function useLengthHint(text: string): string | undefined {
  const limit = useRead(readAgreement, {}).data?.settings.writing.page_words
  return limit === undefined ? undefined : lengthWords(text, limit)
}
