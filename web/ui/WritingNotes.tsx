import './WritingNotes.css'
import { useState } from 'react'
import type { CheckedView, FindingView } from '#contract/writing.ts'
import { InlineForm } from './InlineForm.tsx'
import { LinkAction } from './LinkAction.tsx'
import { t, tr } from './words.ts'

type Props = {
  /** The Markdown that was checked; offsets of the findings count in it. */
  text: string
  checked: Pick<CheckedView, 'findings' | 'words' | 'likely'>
  /** The writer knows better; the reason is kept for them alone. */
  onDismiss: (finding: FindingView, reason: string) => void
  /** Shows the place in the text, for example by selecting it there. */
  onShow?: (finding: FindingView) => void
}

/**
 * What the check before sending found, as notes in the margin: advice that the writer may follow or dismiss, each with
 * the words it speaks of, its reason and an example. Nothing here stops anybody from sending.
 */
export function WritingNotes({ text, checked: { findings, words, likely }, onDismiss, onShow }: Props) {
  return (
    <div className="writing-notes" role="group" aria-label={t`Before you send`}>
      {findings.length > 0 && (
        <ol>{findings.map((finding) => <Note key={keyOf(finding, text)} finding={finding} said={saidIn(text, finding)} onDismiss={onDismiss} onShow={onShow} />)}</ol>
      )}
      <p className="writing-notes-sum" role="status">{words === 0 ? t`Nothing written yet.` : words === 1 ? t`1 word. ${likely}` : t`${String(words)} words. ${likely}`}</p>
    </div>
  )
}

type NoteProps = { finding: FindingView, said: string, onDismiss: Props['onDismiss'], onShow: Props['onShow'] }

function Note({ finding, said, onDismiss, onShow }: NoteProps) {
  const [dismissing, setDismissing] = useState(false)
  return (
    <li className="writing-note" data-severity={finding.severity}>
      <p>
        <b>{finding.message}</b> {onShow ? <button type="button" className="writing-note-said" aria-label={t`Show “${said}” in the text`} onClick={() => onShow(finding)}>“{said}”</button> : <q>{said}</q>}
      </p>
      <p className="writing-note-example">{tr`For example: ${finding.example}`}</p>
      <p className="writing-note-why">{finding.why}</p>
      {dismissing
        ? <InlineForm label={t`Why does this not apply here?`} hint={t`Kept for you alone, under Settings.`} send={t`Dismiss the note`} onSend={(reason) => onDismiss(finding, reason)} onCancel={() => setDismissing(false)} />
        : <p className="writing-note-foot">{finding.clause} · <LinkAction label={t`Dismiss: ${finding.message}`} onClick={() => setDismissing(true)}>{t`dismiss`}</LinkAction></p>}
    </li>
  )
}

/** Longest piece of the text that is repeated in a note. Unit: characters. */
const SAID_MAX = 60

function saidIn(text: string, { start, end }: FindingView): string {
  const said = text.slice(start, end).replace(/\s+/g, ' ').trim()
  return said.length > SAID_MAX ? `${said.slice(0, said.lastIndexOf(' ', SAID_MAX) + 1 || SAID_MAX).trimEnd()} …` : said
}

/** A note stays the same one while its words stay, wherever they move to. */
const keyOf = ({ rule, start, end }: FindingView, text: string): string => `${rule} ${text.slice(start, end)} ${text.slice(0, start).split(text.slice(start, end)).length}`
