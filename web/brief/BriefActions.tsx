import type { BriefItem } from '#contract/brief.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { hrefOf } from './item-words.ts'
import type { Doing } from './item-words.ts'
import { t } from '../ui/words.ts'

type Props = {
  item: BriefItem
  /** Nothing is left to do but to open it. */
  settled: boolean
  /** It was said to be done here, and can be taken back. */
  undo: boolean
  busy: Doing | undefined
  onDo: (doing: Doing) => void
  onAsk: (kind: 'return' | 'answer' | 'done') => void
}

/** The words one can press under an item, the first of them strong. Keys work while the item has focus. */
export function BriefActions({ item, settled, undo, busy, onDo, onAsk }: Props) {
  const can = (verb: BriefItem['can'][number]) => !settled && item.can.includes(verb)
  const label = (verb: string) => `${verb}: ${item.tldr}`
  const clear = item.kind === 'question' ? t`Mark as answered` : t`Mark as cleared`
  const href = hrefOf(item)
  const acts = can('accept') || can('take') || can('answer') || can('fill-in') || can('clear') || can('done')
  return (
    <>
      {can('accept') && <LinkAction strong keys="a" label={label(t`Accept`)} busy={busy === 'accept'} onClick={() => onDo('accept')}>{t`Accept`}</LinkAction>}
      {!can('accept') && can('take') && <LinkAction strong keys="a" label={label(t`Take it`)} busy={busy === 'accept'} onClick={() => onDo('accept')}>{t`Take it`}</LinkAction>}
      {can('return') && <LinkAction keys="r" label={label(t`Ask one question`)} onClick={() => onAsk('return')}>{t`Ask one question`}</LinkAction>}
      {can('answer') && item.baton && <LinkAction strong keys="r" label={label(t`Answer`)} onClick={() => onAsk('answer')}>{t`Answer`}</LinkAction>}
      {can('fill-in') && <LinkAction strong href="/check-ins" keys="o" label={label(t`Fill in`)}>{t`Fill in`}</LinkAction>}
      {can('clear') && <LinkAction strong keys="e" label={label(clear)} busy={busy === 'clear'} onClick={() => onDo('clear')}>{clear}</LinkAction>}
      {can('done') && <LinkAction strong keys="e" label={label(t`Done`)} onClick={() => onAsk('done')}>{t`Done`}</LinkAction>}
      {undo && <LinkAction keys="z" label={label(t`Not done after all`)} busy={busy === 'reopen'} onClick={() => onDo('reopen')}>{t`Not done after all`}</LinkAction>}
      {href && <LinkAction strong={!acts} href={href} keys="o" label={label(t`Open`)}>{t`Open`}</LinkAction>}
    </>
  )
}
