import { amount } from '#domain/words/said.ts'
import { useRouter } from '@tanstack/react-router'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { AskView } from '#contract/asks.ts'
import type { Problem as ProblemView } from '#contract/problem.ts'
import type { ThreadView } from '#contract/threads.ts'
import type { AskDoing } from '../../app/use-ask.ts'
import type { Called } from '../../app/use-callable.ts'
import { AskBlock } from '../../ui/ask/AskBlock.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { UndoSend } from '../../ui/UndoSend.tsx'
import type { JustSent } from '../write/use-writing-reply.ts'
import { EditText } from './EditText.tsx'
import { rowsOf } from './rows.ts'
import { menuOf } from './text-acts.ts'
import type { TextAct, TextPart } from './text-acts.ts'
import { Text } from './Text.tsx'
import { TextMenu } from './TextMenu.tsx'
import { TextParts } from './TextParts.tsx'
import { newWords } from './text-words.ts'
import type { ThreadText } from './texts.ts'
import { t } from '../../ui/words.ts'

type Props = {
  thread: ThreadView
  texts: readonly ThreadText[]
  asks: readonly AskView[]
  doing: (ask: AskView) => AskDoing
  me: string
  zone: string
  now: Temporal.Instant
  called: Called
  firstNew: number | undefined
  newCount: number
  /** Replies chosen for a thread of their own, while it is split. */
  chosen: ReadonlySet<string> | undefined
  onChoose: (replyId: string, chosen: boolean) => void
  /** Everything but what unfolds here. */
  onAct: (text: ThreadText, act: Exclude<TextAct, { do: 'open' }>) => void
  problem: { key: string, problem: ProblemView } | undefined
  just: JustSent | undefined
  onUndoOver: () => void
  /** What a notice of a change says, above its text. */
  head: ReactNode
  /** Stands between the opening and the replies. */
  afterOpening: ReactNode
}

/** The texts of a thread as one page, with the asks that stand among them. */
export function Texts(props: Props) {
  const { thread, texts, asks, me, zone, now, called, onAct, chosen, onChoose, firstNew, afterOpening } = props
  const router = useRouter()
  const [part, setPart] = useState<{ key: string, part: TextPart }>()
  const [menu, setMenu] = useState<{ text: ThreadText, anchor: HTMLElement }>()
  const latest = useRef(onAct)
  latest.current = onAct
  const act = useCallback((text: ThreadText, done: TextAct) => {
    setMenu(undefined)
    if (done.do === 'open') setPart({ key: text.key, part: done.part })
    else latest.current(text, done)
  }, [])
  const openMenu = useCallback((text: ThreadText, anchor: HTMLElement) => setMenu({ text, anchor }), [])
  const nameOf = useNames(texts, called)
  const close = () => setPart(undefined)
  const draw = (text: ThreadText) => (
    <Text
      key={text.key} text={text} number={thread.number} me={me} zone={zone} now={now} callable={called.callable} nameOf={nameOf} onAct={act} onMenu={openMenu}
      choice={chosen && text.replyId !== null ? { chosen: chosen.has(text.replyId), onChoose: (on) => onChoose(text.replyId ?? '', on) } : undefined}
      editing={part?.key === text.key && part.part === 'edit' ? <EditText number={thread.number} title={thread.title} text={text} sources={called.sources} onClose={close} /> : undefined}
      head={text.replyId === null ? props.head : undefined} below={belowOf(text, props, part, close)}
    />
  )
  const opening = texts.find(({ replyId }) => replyId === null)
  const replies = texts.filter(({ replyId }) => replyId !== null)
  return (
    <>
      {opening && draw(opening)}
      {afterOpening}
      {rowsOf(replies, asks).map((row) => (
        row.kind === 'ask'
          ? <div key={`ask-${row.ask.number}`} id={`ask-${row.ask.number}`} className="thread-ask"><AskBlock ask={row.ask} me={me} zone={zone} now={now} place="thread" {...props.doing(row.ask)} /></div>
          : <TextRow key={row.text.key} isFirstNew={row.text.seq === firstNew} count={props.newCount}>{draw(row.text)}</TextRow>
      ))}
      {menu && <TextMenu anchor={menu.anchor} lines={menuOf(menu.text, { me, number: thread.number, canWrite: thread.can.includes('reply') })} onAct={(done) => act(menu.text, done)} onGo={(href) => router.history.push(href)} onClose={() => setMenu(undefined)} />}
    </>
  )
}

function TextRow({ isFirstNew, count, children }: { isFirstNew: boolean, count: number, children: ReactNode }) {
  if (!isFirstNew) return children
  return <><h2 className="new-line" id="new">{newWords(count)}</h2>{children}</>
}

/** What stands below one text: what was unfolded, what went wrong, and the chance to take it back. */
function belowOf(text: ThreadText, { thread, zone, now, problem, just, onAct, onUndoOver }: Props, part: { key: string, part: TextPart } | undefined, onClose: () => void): ReactNode {
  const open = part?.key === text.key && part.part !== 'edit' ? part.part : undefined
  const failed = problem?.key === text.key ? problem.problem : undefined
  const sent = just?.key === text.key ? just : undefined
  if (!open && !failed && !sent) return undefined
  return (
    <>
      {sent && <div className="text-undo"><UndoSend text={t`Sent. Nobody is told for ${amount(Math.round(Temporal.Instant.from(text.postedAt).until(sent.until).total('seconds')), 'second')}.`} until={sent.until} now={sent.at} onUndo={() => onAct(text, { do: 'undo' })} onOver={onUndoOver} /></div>}
      {failed && <Problem {...failed} />}
      {open && <TextParts part={open} text={text} number={thread.number} spaceId={thread.spaceId} zone={zone} now={now} onClose={onClose} />}
    </>
  )
}

/** Names of those who wrote here or can be called; whoever left stays nameless. */
function useNames(texts: readonly ThreadText[], { callable }: Called): (id: string) => string {
  return useMemo(() => {
    const names = new Map([...callable.people.map(({ id, name }) => [id, name] as const), ...texts.map(({ authorId, authorName }) => [authorId, authorName] as const)])
    return (id) => names.get(id) ?? t`somebody who left`
  }, [texts, callable])
}
