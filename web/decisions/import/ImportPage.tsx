import '../decisions.css'
import './import.css'
import { useId, useState } from 'react'
import type { MeView } from '#contract/account.ts'
import type { Problem as ProblemShape } from '#contract/problem.ts'
import { readProblem } from '../../app/read-problem.ts'
import { useMe } from '../../app/me.ts'
import { capital, counted } from '../../ui/format.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { amid } from '../../ui/amid.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Select } from '../../ui/Select.tsx'
import { SendForm } from '../../ui/SendForm.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { STATE_WORDS } from '../words.ts'
import { readFiles } from './read-files.ts'
import type { ReadFiles } from './read-files.ts'
import { useImport } from './use-import.ts'
import type { Imported, Told } from './use-import.ts'
import { inTheirWords, t } from '../../ui/words.ts'

/** Brings decision records in from a folder: first what would come of it, then the import. */
export function ImportPage() {
  const me = useMe().data
  return <Page title={t`Import decision records`} lede={t`MADR, Nygard (adr-tools), log4brains, and proposals with their options. Every byte is kept, so that they go out as they came in.`}>{me ? <Importing me={me} /> : <Skeleton lines={6} />}</Page>
}

function Importing({ me }: { me: MeView }) {
  const [spaceId, setSpaceId] = useState<string | null>(me.spaces.length === 1 ? me.spaces[0]?.id ?? null : null)
  const [chosen, setChosen] = useState<ReadFiles>()
  const [missing, setMissing] = useState<string>()
  const [unread, setUnread] = useState<ProblemShape>()
  const { busy, sent, problem, done, run, forget } = useImport()
  const take = (files: FileList | null) => {
    forget()
    setMissing(undefined)
    setUnread(undefined)
    setChosen(undefined)
    void readFiles([...files ?? []]).then(setChosen, (error: unknown) => setUnread(readProblem(error)))
  }
  const tried = done?.tried === true
  const send = () => {
    if (spaceId === null) return setMissing(t`Choose the space in which they shall stand.`)
    if (!chosen || chosen.files.length === 0) return setMissing(t`Choose a folder or files that hold Markdown, or a zip archive of them.`)
    setMissing(undefined)
    run(spaceId, chosen.files, !tried)
  }
  return (
    <>
      <SendForm submit={tried ? t`Import them` : t`See what would come of it`} onSubmit={send} busy={busy} problem={unread ?? problem} label={t`Import decision records`} aside={<LinkAction href="/decisions">{t`Back to the log`}</LinkAction>}>
        <Select label={t`Space`} options={me.spaces.map(({ id, name }) => ({ value: id, label: name }))} value={spaceId} onChange={(id) => { setSpaceId(id); forget() }} error={missing !== undefined && spaceId === null ? missing : undefined} />
        <Chooser label={t`A folder with its records`} folder onFiles={take} />
        <Chooser label={t`Or single files, or a zip archive of them`} onFiles={take} />
        {missing !== undefined && spaceId !== null && <p className="field-error" role="alert">{missing}</p>}
        {chosen && <p className="hint" role="status">{chosenWords(chosen)}{busy && sent > 0 ? t` ${sent} sent.` : ''}</p>}
        {chosen?.problems.map(problemWords).map((line) => <p key={line} className="import-note">{line}</p>)}
      </SendForm>
      {done && <Outcome done={done} />}
    </>
  )
}

function Chooser({ label, folder = false, onFiles }: { label: string, folder?: boolean, onFiles: (files: FileList | null) => void }) {
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{label}</label>
      <input id={id} className="file-input" type="file" multiple onChange={(event) => onFiles(event.target.files)} {...(folder ? { webkitdirectory: '' } : { accept: '.md,.markdown,.zip' })} />
    </div>
  )
}

const problemWords = ({ file, what, next }: ReadFiles['problems'][number]): string => `${file}: ${inTheirWords(what)} ${inTheirWords(next)}`

/** `14 Markdown files. 2 others are left out. latin.md is no UTF-8 text: save it as UTF-8 and choose it again.` */
function chosenWords({ files, unreadable, others }: ReadFiles): string {
  const left = others === 0 ? '' : t` ${capital(counted(others, 'other file'))} left out.`
  const bad = unreadable.length === 0 ? '' : t` No UTF-8 text, so save and choose again: ${unreadable.join(', ')}.`
  return `${capital(counted(files.length, 'Markdown file'))}.${left}${bad}`
}

function Outcome({ done: { told, tooLarge, tried } }: { done: Imported }) {
  const fresh = told.filter(({ state, unchanged }) => state !== null && !unchanged).length
  const rest = told.length - fresh
  const records = capital(counted(fresh, 'record'))
  return (
    <section className="import-outcome" aria-label={t`What comes of it`}>
      <Notice>{`${tried ? t`${records} would come in.` : t`${records} came in.`}${rest === 0 ? '' : t` ${capital(counted(rest, 'other file'))}: unchanged, or no record.`}`}</Notice>
      {tooLarge.length > 0 && <Notice tone="late">{t`Too large for a request, and left out: ${tooLarge.join(', ')}.`}</Notice>}
      <ul className="import-files">{told.map((one) => <Line key={one.path} one={one} />)}</ul>
    </section>
  )
}

function Line({ one: { path, title, number, state, unchanged, format, notes, waiting } }: { one: Told }) {
  const what = state === null ? t`no decision record` : unchanged ? t`${amid(STATE_WORDS[state])}, unchanged` : `${amid(STATE_WORDS[state])}, ${format}`
  return (
    <li>
      <p>{number === null ? <b>{title || path}</b> : <a href={`/${number}`}>{title || path}</a>} <small>{path} · {what}</small></p>
      {[...notes.map(({ line, message }) => ({ line, message })), ...waiting.map(({ line, target }) => ({ line, message: t`It names “${target}”, which is not here.` }))].map(({ line, message }) => (
        <p key={`${line}${message}`} className="import-note">{line === null ? message : t`Line ${line}: ${message}`}</p>
      ))}
    </li>
  )
}
