import { useRef } from 'react'
import type { RefObject } from 'react'
import { resolvePageRemark, settleWrong } from '#contract/page-truth.ts'
import type { PageRemark } from '#contract/pages.ts'
import { announce } from '../../app/Announcer.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { plainQuote } from '../../ui/passages.ts'
import { Problem } from '../../ui/Problem.tsx'
import { Time } from '../../ui/Time.tsx'
import { usePageWrite } from '../use-page-write.ts'
import { AnswerForm, RemarkForm, WrongForm } from './NoteForms.tsx'
import { quoteOf } from './notes.ts'
import type { Note, Wrong } from './notes.ts'
import type { Talk } from './talk.ts'
import { showPassage, useBeside } from './use-beside.ts'
import { t, tr } from '../../ui/words.ts'

type Props = { talk: Talk, notes: readonly Note[], text: RefObject<HTMLElement | null>, wide: boolean }

/** The margin: what was said about passages, each beside its own. Where there is no room for a margin they follow the text. */
export function Notes({ talk, notes, text, wide }: Props) {
  const margin = useRef<HTMLElement>(null)
  const { page, open } = talk
  const begun = open?.at === 'remark' || open?.at === 'wrong' ? open : undefined
  const place = begun?.stretch
  useBeside({ text, margin, source: page.text, wide, of: JSON.stringify([notes.map(({ id, start }) => [id, start]), begun]) })
  const before = (note: Note) => place === undefined || (note.start !== null && note.start <= place.start)
  const draw = (note: Note) => <NoteView key={note.id} talk={talk} note={note} text={text} />
  return (
    <aside className="document-margin" aria-label={t`Remarks`} ref={margin}>
      {notes.filter(before).map(draw)}
      {begun && <div className="note" data-note data-begun {...(place && { 'data-quote': quoteOf(page.text, place), 'data-start': place.start })}>{begun.at === 'remark' ? <RemarkForm talk={talk} stretch={begun.stretch} /> : <WrongForm talk={talk} stretch={begun.stretch} />}</div>}
      {notes.filter((note) => !before(note)).map(draw)}
    </aside>
  )
}

type NoteProps = { talk: Talk, note: Note, text: RefObject<HTMLElement | null> }

/** One thing that was said about a passage. */
export function NoteView({ talk, note, text }: NoteProps) {
  const { quote, start } = note
  return (
    <div className="note" data-note data-kind={note.kind} data-quote={quote} data-start={start ?? ''} id={`note-${note.id}`} role="group" aria-label={note.kind === 'remark' ? t`Remark of ${note.remark.authorName}` : t`${note.wrong.byName} says that something is wrong`}>
      {quote !== '' && <p className="note-quote">{start === null ? <>“{plainQuote(quote)}” <span className="hint">{t`This passage is gone.`}</span></> : <button type="button" aria-label={t`Show “${plainQuote(quote)}” in the text`} onClick={() => showPassage(text.current, talk.page.text, quote, start)}>“{plainQuote(quote)}”</button>}</p>}
      {note.kind === 'remark' ? <Remark talk={talk} remark={note.remark} answers={note.answers} /> : <WrongPlace talk={talk} wrong={note.wrong} />}
    </div>
  )
}

function Remark({ talk, remark, answers }: { talk: Talk, remark: PageRemark, answers: readonly PageRemark[] }) {
  const { page, open, onOpen } = talk
  const { send, busy, problem } = usePageWrite(resolvePageRemark)
  const isDone = remark.resolvedAt !== null
  return (
    <>
      <Said talk={talk} by={remark.authorName} at={remark.at} body={remark.body} />
      {answers.map((answer) => <div key={answer.id} className="note-answer"><Said talk={talk} by={answer.authorName} at={answer.at} body={answer.body} /></div>)}
      {remark.resolvedByName !== null && <p className="hint">{tr`Dealt with, says ${remark.resolvedByName}.`}</p>}
      {!isDone && (
        <p className="note-acts">
          {page.can.includes('remark') && <LinkAction label={t`Answer the remark of ${remark.authorName}`} onClick={() => onOpen({ at: 'answer', remarkId: remark.id })}>{t`Answer`}</LinkAction>}
          {remark.can.includes('resolve') && <LinkAction busy={busy} label={t`Dealt with: the remark of ${remark.authorName}`} onClick={() => send({ number: page.number, id: remark.id }, () => announce(t`Dealt with; it stands folded at the foot of the page.`))}>{t`Dealt with`}</LinkAction>}
        </p>
      )}
      {problem && <Problem {...problem} />}
      {open?.at === 'answer' && open.remarkId === remark.id && <AnswerForm talk={talk} remark={remark} />}
    </>
  )
}

function WrongPlace({ talk: { page: { number, can }, zone, now }, wrong }: { talk: Talk, wrong: Wrong }) {
  const { send, busy, problem } = usePageWrite(settleWrong)
  const at = <Time at={Temporal.Instant.from(wrong.at)} zone={zone} now={now} />
  return (
    <>
      <p className="note-wrong">{wrong.mine ? tr`Wrong, you say ${at}` : tr`Wrong, says ${wrong.byName} ${at}`}</p>
      {wrong.note.trim() !== '' && <Markdown text={wrong.note} headingsBelow={3} />}
      <p className="note-acts">
        {can.includes('edit') && <LinkAction href={`/${number}/edit`} label={t`Mend it: edit the page`}>{t`Mend it`}</LinkAction>}
        {(can.includes('edit') || wrong.mine) && <LinkAction busy={busy} label={t`Dealt with: what ${wrong.byName} said is wrong`} onClick={() => send({ number, id: wrong.id }, () => announce(wrong.mine ? t`Dealt with.` : t`Dealt with; ${wrong.byName} is told.`))}>{t`Dealt with`}</LinkAction>}
      </p>
      {problem && <Problem {...problem} />}
    </>
  )
}

function Said({ talk: { zone, now }, by, at, body }: { talk: Talk, by: string, at: string, body: string }) {
  return (
    <>
      <p className="note-by"><b>{by}</b> <Time at={Temporal.Instant.from(at)} zone={zone} now={now} /></p>
      <Markdown text={body} headingsBelow={3} />
    </>
  )
}
