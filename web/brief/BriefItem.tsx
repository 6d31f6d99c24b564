import { useState } from 'react'
import type { BriefItem as Shown } from '#contract/brief.ts'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { DONE_FORM } from '../app/held-batons.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Exchange } from '../ui/Exchange.tsx'
import { InlineForm } from '../ui/InlineForm.tsx'
import { InlineText } from '../ui/InlineText.tsx'
import { Item } from '../ui/Item.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useStayingFocus } from '../ui/use-staying-focus.ts'
import { Why } from '../ui/Why.tsx'
import { BriefActions } from './BriefActions.tsx'
import { clockOf, goneWords, hrefOf } from './item-words.ts'
import type { Doing } from './item-words.ts'
import { t } from '../ui/words.ts'

/** How far something asked of an item has come. */
export type Progress = { busy?: Doing, said?: string, /** What `said` tells of. */ did?: Doing, problem?: ProblemView }
type Props = {
  item: Shown
  progress: Progress
  /** It no longer waits, because somebody else settled it. */
  gone: boolean
  zone: string
  now: Temporal.Instant
  onDo: (doing: Doing, text?: string) => void
}

/** One thing in the brief: what it is, who from, what can be done about it here. */
export function BriefItem({ item, progress, gone, zone, now, onDo }: Props) {
  const [asking, setAsking] = useState<keyof typeof ASKING>()
  const settled = progress.said ?? (gone ? goneWords(item) : undefined)
  const place = useStayingFocus(settled)
  const hidden = settled ? hrefOf(item) === undefined : asking !== undefined
  const send = (text: string) => { if (asking) onDo(asking, text) }
  const press = (doing: Doing) => {
    setAsking(undefined)
    onDo(doing)
  }
  const clock = settled ? undefined : clockOf(item, zone, now)
  return (
    <Item
      text={<InlineText text={item.tldr} />} by={<InlineText text={byWords(item)} />}
      actions={hidden ? undefined : <BriefActions item={item} settled={settled !== undefined} undo={progress.did === 'done'} busy={progress.busy} onDo={press} onAsk={setAsking} />}
      clock={settled ?? clock?.words} tone={settled ? 'settled' : clock?.tone ?? 'plain'}
      why={item.why && !settled && <Why line={item.why} />}
    >
      {item.baton?.question && !settled && <Exchange question={item.baton.question} answer={item.baton.answer} answeredBy={item.baton.giverName} />}
      {item.more && !item.baton && <div className="brief-more"><Disclosure summary={t`Read the rest`}><Markdown text={item.more} /></Disclosure></div>}
      {asking && !settled && (
        <InlineForm
          {...ASKING[asking]} busy={progress.busy === asking} problem={progress.problem}
          onSend={send} onCancel={() => setAsking(undefined)}
        />
      )}
      {progress.problem && !asking && <Problem {...progress.problem} />}
      <span ref={place} />
    </Item>
  )
}

/** Who and where from; a baton says its next step there too, so that nothing has to be unfolded. */
function byWords({ by, baton }: Shown): string {
  return baton?.nextStep ? t`${by} · next step: ${baton.nextStep}` : by
}

const ASKING = {
  return: { label: t`Your one question`, hint: t`It goes back with the baton; once it is answered, the baton is offered to you again.`, send: t`Ask and give it back` },
  answer: { label: t`Your answer`, hint: t`The baton is offered again as soon as you answer.`, send: t`Answer` },
  done: DONE_FORM,
}
