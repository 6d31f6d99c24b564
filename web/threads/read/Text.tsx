import { memo, useMemo } from 'react'
import type { ReactNode } from 'react'
import type { Callable } from '#domain/asks/mentions.ts'
import { AttachList } from '../../ui/AttachList.tsx'
import { readerFirst } from '../../ui/format.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { mentionsOf } from '../../ui/markdown/mentions-of.ts'
import { QuoteBlock } from '../../ui/QuoteBlock.tsx'
import { Reactions } from '../../ui/Reactions.tsx'
import { Time } from '../../ui/Time.tsx'
import type { TextAct } from './text-acts.ts'
import { aboutWords, firstWords, marksWords } from './text-words.ts'
import { anchorOf, filesBeside } from './texts.ts'
import type { ThreadText } from './texts.ts'
import { t, tr } from '../../ui/words.ts'

type Props = {
  text: ThreadText
  /** Where it stands, for its own link. */
  number: number
  me: string
  zone: string
  now: Temporal.Instant
  callable: Callable
  nameOf: (id: string) => string
  onAct: (text: ThreadText, act: TextAct) => void
  onMenu: (text: ThreadText, anchor: HTMLElement) => void
  /** Chosen for a new thread; absent while nothing is split off. */
  choice?: { chosen: boolean, onChoose: (chosen: boolean) => void } | undefined
  /** In place of the text, while it is edited. */
  editing?: ReactNode
  /** Above what they wrote: what changed, in a notice of a change. */
  head?: ReactNode
  /** What was unfolded below it. */
  below?: ReactNode
}

/** One text of a thread, as part of a page: who and when in small, then what they wrote. */
export const Text = memo(function Text({ text, number, me, zone, now, callable, nameOf, onAct, onMenu, choice, editing, head, below }: Props) {
  const mentions = useMemo(() => (text.body.includes('@') ? mentionsOf(text.body, callable) : undefined), [text.body, callable])
  const name = text.replyId === null ? t`The opening, by ${text.authorName}` : t`Reply by ${text.authorName}`
  if (text.deletedAt !== null) return <Stub text={text} zone={zone} now={now} onAct={onAct} />
  return (
    <article className="text" id={text.key} data-seq={text.seq} data-item tabIndex={-1} aria-label={name}>
      <p className="text-by">
        {choice && <input type="checkbox" className="text-choice" checked={choice.chosen} aria-label={t`Take along: ${firstWords(text.body)}, by ${text.authorName}`} onChange={(event) => choice.onChoose(event.target.checked)} />}
        {text.replyId !== null && <><b>{text.authorId === me ? t`You` : text.authorName}</b> <a className="text-when" href={`/${number}#${anchorOf(text.replyId)}`}><Time at={Temporal.Instant.from(text.postedAt)} zone={zone} now={now} /></a></>}
        {aboutWords(text).map((words) => <span key={words}>{words}</span>)}
        {text.editedAt !== null && <span><LinkAction label={t`Edited: earlier texts of ${name.toLowerCase()}`} onClick={() => onAct(text, { do: 'open', part: 'history' })}>{t`edited`}</LinkAction></span>}
        {text.saved && <span>{t`saved`}</span>}
      </p>
      {editing ?? (
        <>
          {head}
          {text.quote && <QuoteBlock text={text.quote.text} authorName={text.quote.authorName} href={`#${anchorOf(text.quote.replyId)}`} />}
          {text.body !== '' && <Markdown text={text.body} mentions={mentions} headingsBelow={2} later />}
          <AttachList files={filesBeside(text)} />
          <Foot text={text} nameOf={nameOf} me={me} onAct={onAct} onMenu={onMenu} />
        </>
      )}
      {below}
    </article>
  )
})

function Foot({ text, me, nameOf, onAct, onMenu }: Pick<Props, 'text' | 'me' | 'nameOf' | 'onAct' | 'onMenu'>) {
  const reactions = useMemo(() => text.reactions.map(({ emoji, people, mine }) => ({ emoji, mine, names: readerFirst(people, (id) => id, me).map((id) => (id === me ? t`you` : nameOf(id))) })), [text.reactions, me, nameOf])
  const marks = marksWords(text.marks)
  const by = text.replyId === null ? t`the opening` : t`the reply by ${text.authorName}`
  return (
    <>
      <div className="text-foot" data-quiet={reactions.length === 0 || undefined}>
        <Reactions reactions={reactions} onReact={text.can.includes('react') ? (emoji, on) => onAct(text, { do: 'react', emoji, on }) : undefined} />
        {text.can.includes('quote') && <LinkAction label={t`Quote ${by}`} onClick={() => onAct(text, { do: 'quote' })}>{t`Quote¦verb`}</LinkAction>}
        <button type="button" className="link-action" aria-haspopup="menu" aria-label={t`More about ${by}`} onClick={(event) => onMenu(text, event.currentTarget)}>{t`More`}</button>
      </div>
      {marks && <p className="text-marks">{marks}</p>}
    </>
  )
}

/** Where a text was: that it was deleted, by whom, and how it comes back. */
function Stub({ text, zone, now, onAct }: Pick<Props, 'text' | 'zone' | 'now' | 'onAct'>) {
  return (
    <p className="text-stub" id={text.key} data-seq={text.seq}>
      {tr`${text.authorName} deleted a reply${text.deletedAt !== null && <>, <Time at={Temporal.Instant.from(text.deletedAt)} zone={zone} now={now} /></>}.${text.can.includes('restore') && <> <LinkAction label={t`Bring back the reply that you deleted`} onClick={() => onAct(text, { do: 'restore' })}>{t`Bring it back`}</LinkAction></>}`}
    </p>
  )
}
