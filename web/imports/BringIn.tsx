import { useId, useState } from 'react'
import type { MeView } from '#contract/account.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { Select } from '../ui/Select.tsx'
import { chosenFolder } from './chosen-files.ts'
import { Report } from './Report.tsx'
import { useBring } from './use-bring.ts'

type Kind = 'slack' | 'markdown'
const KINDS = [{ value: 'slack', label: 'An export of Slack' }, { value: 'markdown', label: 'A folder of Markdown' }] as const
const HINTS: Record<Kind, string> = {
  slack: 'Slack gives a zip file; unpack it and choose the folder. Channels become spaces, threads become threads, and private channels stay out.',
  markdown: 'As Notion, Outline or a git repository gives it. Files become pages, folders the pages above them, and links between them lead to pages here.',
}
const OWN = 'own'

/** Chooses a folder, shows what would come, and brings it in. */
export function BringIn({ spaces }: { spaces: MeView['spaces'] }) {
  const { state, look, send, again } = useBring()
  const [kind, setKind] = useState<Kind>('slack')
  const [space, setSpace] = useState(OWN)
  const places = [{ value: OWN, label: kind === 'slack' ? 'Each channel into a space of its name' : 'A space named like the folder' }, ...spaces.map(({ id, name }) => ({ value: id, label: name }))]
  const busy = state.step === 'looking' || state.step === 'sending'
  return (
    <Section title="Bring in">
      {state.step === 'choose' && (
        <div className="import-form">
          <Choice legend="What it is" options={KINDS} value={kind} onChange={setKind} hint={HINTS[kind]} />
          <Select label="Where it goes" options={places} value={space} onChange={setSpace} />
          <FolderField onChoose={(list) => look({ kind, folder: chosenFolder(list), spaceId: space === OWN ? undefined : space })} />
          {state.problem && <Problem title={state.problem.title} next={state.problem.next} />}
        </div>
      )}
      <Notice>{state.step === 'looking' ? 'The folder is read; nothing is written yet.' : state.step === 'sending' ? `${state.sent} are here. Keep this page open; if it closes, choose the same folder again and it goes on.` : state.step === 'done' ? 'It is here. Nobody was told.' : ''}</Notice>
      {(state.step === 'looked' || state.step === 'done') && <Report report={state.report} />}
      {state.step === 'looked' && <p className="import-actions"><Button onClick={send}>Import it</Button> <LinkAction onClick={again}>Choose something else</LinkAction></p>}
      {state.step === 'done' && <p className="import-actions"><LinkAction onClick={again}>Bring in something else</LinkAction></p>}
      {busy && <p className="import-actions"><Button busy>{state.step === 'looking' ? 'Reading' : 'Importing'}</Button></p>}
    </Section>
  )
}

/** The browser's own chooser of folders. */
function FolderField({ onChoose }: { onChoose: (list: FileList) => void }) {
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>The folder</label>
      <p className="hint" id={`${id}-hint`}>It is read in your browser first, and you see what would come.</p>
      <input id={id} className="input" type="file" multiple aria-describedby={`${id}-hint`} {...{ webkitdirectory: '' }} onChange={({ target }) => { if (target.files && target.files.length > 0) onChoose(target.files) }} />
    </div>
  )
}
