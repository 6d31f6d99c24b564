import { useId } from 'react'
import type { Chosen, WebKind } from './bring.ts'
import { t } from '../ui/words.ts'

const READ_FIRST = t`It is read in your browser first, and you see what would come.`

/** Where it lies: an archive or a mailbox, and for what may be unpacked already also its folder. */
export function ChooseFiles({ kind, onChoose }: { kind: WebKind, onChoose: (chosen: Chosen) => void }) {
  if (kind === 'mbox') return <FileField label={t`The mbox file`} hint={READ_FIRST} onFiles={([file]) => { if (file) onChoose({ file }) }} />
  return (
    <>
      <FileField label={t`The zip file`} hint={READ_FIRST} accept=".zip,application/zip" onFiles={([file]) => { if (file) onChoose({ file }) }} />
      <FileField label={t`Or the folder`} hint={kind === 'slack' ? t`What the zip file was unpacked to.` : t`With all files and folders in it.`} folder onFiles={(folder) => onChoose({ folder })} />
    </>
  )
}

type Field = { label: string, hint: string, accept?: string, folder?: boolean, onFiles: (files: readonly File[]) => void }

/** The browser's own chooser. */
function FileField({ label, hint, accept, folder = false, onFiles }: Field) {
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>{hint}</p>
      <input id={id} className="file-input" type="file" multiple={folder} accept={accept} aria-describedby={`${id}-hint`} {...(folder && { webkitdirectory: '' })}
        onChange={({ target }) => { if (target.files && target.files.length > 0) onFiles([...target.files]) }} />
    </div>
  )
}
