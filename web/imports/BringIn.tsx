import { useState } from 'react'
import type { MeView } from '#contract/account.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { Select } from '../ui/Select.tsx'
import type { WebKind } from './bring.ts'
import { ChooseFiles } from './ChooseFiles.tsx'
import { Report } from './Report.tsx'
import { useBring } from './use-bring.ts'
import { t } from '../ui/words.ts'

const KINDS = [{ value: 'slack', label: t`An export of Slack` }, { value: 'markdown', label: t`Pages in Markdown` }, { value: 'mbox', label: t`Mails` }, { value: 'adr', label: t`Decision records` }] as const
type Kind = (typeof KINDS)[number]['value']
const HINTS: Record<Kind, string> = {
  slack: t`The zip file as Slack gave it. Channels become spaces, threads become threads, and private channels stay out.`,
  markdown: t`As Notion, Outline or a git repository gives them. Files become pages, folders the pages above them, and links between them lead to pages here.`,
  mbox: t`An mbox file, as Thunderbird, Google Takeout or a list archive gives it. Mails that answer each other become one thread.`,
  adr: t`A folder of ADR files: MADR, adr-tools, log4brains, or proposals. Each becomes a decision and goes out again byte for byte.`,
}
const WHERE: Record<WebKind, string> = { slack: t`Each channel into a space of its name`, markdown: t`A space named like the file or folder`, mbox: t`A space named like the file` }
const OWN = 'own'

/** Chooses an archive, a mailbox or a folder, shows what would come, and brings it in. */
export function BringIn({ spaces }: { spaces: MeView['spaces'] }) {
  const { state, look, send, again } = useBring()
  const [kind, setKind] = useState<Kind>('slack')
  const [space, setSpace] = useState(OWN)
  const busy = state.step === 'looking' || state.step === 'sending'
  return (
    <Section title={t`Bring in`}>
      {state.step === 'choose' && (
        <div className="import-form">
          <Choice legend={t`What it is`} options={KINDS} value={kind} onChange={(next) => { setKind(next); again() }} hint={HINTS[kind]} />
          {kind === 'adr' ? <p className="import-actions"><LinkAction strong href="/decisions/import">{t`Choose the files`}</LinkAction></p> : (
            <>
              <Select label={t`Where it goes`} options={[{ value: OWN, label: WHERE[kind] }, ...spaces.map(({ id, name }) => ({ value: id, label: name }))]} value={space} onChange={setSpace} />
              <ChooseFiles key={kind} kind={kind} onChoose={(chosen) => look({ kind, chosen, spaceId: space === OWN ? undefined : space })} />
            </>
          )}
          {state.problem && <Problem title={state.problem.title} next={state.problem.next} />}
        </div>
      )}
      <Notice>{state.step === 'looking' ? t`It is read in your browser; nothing is written yet.` : state.step === 'sending' ? t`${state.sent} are here. Keep this page open; if it closes, choose the same again and it goes on.` : state.step === 'done' ? t`It is here. Nobody was told.` : ''}</Notice>
      {(state.step === 'looked' || state.step === 'done') && <Report report={state.report} />}
      {state.step === 'looked' && <p className="import-actions"><Button onClick={send}>{t`Import it`}</Button> <LinkAction onClick={again}>{t`Choose something else`}</LinkAction></p>}
      {state.step === 'done' && <p className="import-actions"><LinkAction strong href={space === OWN ? kind === 'markdown' ? '/pages' : '/spaces' : `/spaces/${space}`}>{t`See what came`}</LinkAction> <LinkAction onClick={again}>{t`Bring in something else`}</LinkAction></p>}
      {busy && <p className="import-actions"><Button busy>{state.step === 'looking' ? t`Reading` : t`Importing`}</Button></p>}
    </Section>
  )
}
