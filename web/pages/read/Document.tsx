import '../pages.css'
import './read.css'
import { useRouter } from '@tanstack/react-router'
import { Suspense, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { MeView } from '#contract/account.ts'
import { usePage } from '#contract/page-truth.ts'
import type { PageView } from '#contract/pages.ts'
import { frontMatterIn } from '#domain/pages/front-matter.ts'
import { pageKindName } from '#domain/pages/kinds.ts'
import { announce } from '../../app/Announcer.tsx'
import { useNow } from '../../app/clock.ts'
import { Discussion } from '../../app/discussion.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { capital, counted, formatAt } from '../../ui/format.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { placeIn } from '../../ui/passages.ts'
import { Section } from '../../ui/Section.tsx'
import { focusedIn, selectedIn } from '../../ui/selection.ts'
import type { Selected } from '../../ui/selection.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useHighlights } from '../../ui/use-highlights.ts'
import { usePageWrite } from '../use-page-write.ts'
import { begunAt } from './begun.ts'
import { Doing } from './Doing.tsx'
import { FrontMatter } from './FrontMatter.tsx'
import { Head } from './Head.tsx'
import { NoteView, Notes } from './Notes.tsx'
import { doneOf, notesOf } from './notes.ts'
import type { Note } from './notes.ts'
import { hasOutline, Outline } from './Outline.tsx'
import { BUTTONS_WIDTH, SelectionActions } from './SelectionActions.tsx'
import type { Place, Talk } from './talk.ts'
import { Truth } from './Truth.tsx'
import { Use } from './Use.tsx'
import { useOutline } from './use-outline.ts'
import { usePageKeys } from './use-page-keys.ts'
import { useWide } from './use-wide.ts'
import { heard, t } from '../../ui/words.ts'

type Props = { page: PageView, me: MeView, deleting: boolean, problem: ReactNode, onDelete: () => void }

/** A page as it is read: the text with its outline at the left, remarks beside their passages, and the talk about it at the foot. */
export function Document({ page, me, deleting, problem, onDelete }: Props) {
  const text = useRef<HTMLDivElement>(null)
  const now = useNow()
  const wide = useWide()
  const [open, setOpen] = useState<Place>()
  const [verifying, setVerifying] = useState(false)
  const talk: Talk = { page, me, zone: me.person.zone, now, open, onOpen: setOpen, onClose: () => setOpen(undefined) }
  const { lines, here } = useOutline(text)
  const front = frontMatterIn(page.text)
  const body = page.text.slice(front?.end ?? 0)
  const notes = notesOf(page)
  const beside = notes.filter(({ start }) => start !== null)
  useHighlights(text, page.text, page.remarks)
  useHighlights(text, page.text, beside.flatMap((note) => (note.kind === 'wrong' ? [{ anchor: note, resolvedAt: null }] : [])), 'wrong')
  const say = useSaying(page, text, setOpen)
  useKeys(page, text, say, setVerifying)
  return (
    <article className="document" data-outline={hasOutline(lines) || undefined}>
      <header className="document-head">
        <Head talk={talk} />
        <Truth talk={talk} verifying={verifying} onVerify={setVerifying} />
        <Doing talk={talk} deleting={deleting} onDelete={onDelete} />
        <Begun talk={talk} />
        {problem}
      </header>
      <Outline lines={lines} here={here} wide={wide} />
      <div className="document-text">
        {front && <FrontMatter front={front} />}
        <div ref={text}>{body.trim() === '' ? <p className="hint">{t`Nothing is written here yet.`}</p> : <Markdown text={body} />}</div>
      </div>
      <Notes talk={talk} notes={beside} text={text} wide={wide} />
      <footer className="document-foot">
        <Use talk={talk} />
        <Apart talk={talk} notes={notes.filter(({ start }) => start === null)} text={text} />
        <Below page={page} />
        <div id="discussion"><Section title={t`Talk about this page`}><Suspense fallback={<Skeleton lines={3} />}><Discussion number={page.number} me={me} begin={undefined} /></Suspense></Section></div>
      </footer>
      {page.can.includes('remark') && <SelectionActions text={text} onRemark={say.remark} onWrong={say.wrong} />}
    </article>
  )
}

/** What the reader wrote and did not save waits for them. */
function Begun({ talk: { page, me, zone, now } }: { talk: Talk }) {
  const at = begunAt(page.number, me.person.id)
  return at && page.can.includes('edit') ? <Notice>{t`You began to change this page ${formatAt(at, zone, now)} and did not save it.`} <LinkAction href={`/${page.number}/edit`}>{t`Go on writing`}</LinkAction></Notice> : null
}

type Say = { remark: (selected: Selected | undefined) => void, wrong: (selected: Selected | undefined) => void }

/** Opens a form on what is selected, or on the paragraph that has focus. */
function useSaying(page: PageView, text: { current: HTMLElement | null }, onOpen: (place: Place) => void): Say {
  const stretchOf = (selected: Selected | undefined) => selected && placeIn(page.text, selected.words, selected.before)
  const may = page.can.includes('remark')
  return {
    remark: (selected) => {
      const stretch = stretchOf(selected)
      if (may && stretch) onOpen({ at: 'remark', stretch })
      else if (may) announce(t`Select some words first, or go to a paragraph with j and k.`)
      if (may && !stretch) text.current?.querySelector<HTMLElement>('[data-item]')?.focus()
    },
    wrong: (selected) => { if (may) onOpen({ at: 'wrong', stretch: stretchOf(selected) }) },
  }
}

function useKeys(page: PageView, text: { current: HTMLElement | null }, say: Say, onVerify: (open: boolean) => void) {
  const { history } = useRouter()
  const use = usePageWrite(usePage)
  const meant = () => selectedIn(text.current, BUTTONS_WIDTH) ?? focusedIn(text.current)
  const can = (verb: PageView['can'][number]) => page.can.includes(verb)
  usePageKeys({
    edit: () => { if (can('edit')) history.push(`/${page.number}/edit`) },
    remark: () => say.remark(meant()), wrong: () => say.wrong(meant()),
    helped: () => { if (can('remark') && page.mine !== 'helped') use.send({ number: page.number, verdict: 'helped' }, () => announce(t`Noted that it helped you.`)) },
    verify: () => { if (can('verify')) onVerify(true) },
    reply: () => document.querySelector<HTMLElement>('#reply-box textarea')?.focus(),
    run: () => { if (page.kind === 'runbook') history.push(`/${page.number}/runs`) },
    history: () => history.push(`/${page.number}/history`),
  })
}

/** What has no place in the text any more, what was said of the page as a whole, and what was dealt with. */
function Apart({ talk, notes, text }: { talk: Talk, notes: readonly Note[], text: { current: HTMLElement | null } }) {
  const done = doneOf(talk.page)
  if (notes.length + done.length === 0) return null
  const draw = (note: Note) => <NoteView key={note.id} talk={talk} note={note} text={text} />
  return (
    <Section title={t`Said of this page`}>
      <div className="notes-apart">
        {notes.map(draw)}
        {done.length > 0 && <Disclosure summary={t`${capital(counted(done.length, 'remark'))} dealt with`}>{done.map(draw)}</Disclosure>}
      </div>
    </Section>
  )
}

function Below({ page: { children } }: { page: PageView }) {
  if (children.length === 0) return null
  return <Section title={t`Below this page`}><ul className="page-links">{children.map(({ number, title, kind }) => <li key={number}><a href={`/${number}`}>{title}</a>{kind !== 'reference' && <small>{heard(pageKindName(kind))}</small>}</li>)}</ul></Section>
}
