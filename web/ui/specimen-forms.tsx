import { useState } from 'react'
import { useDraft } from '../app/drafts.ts'
import { Button } from './Button.tsx'
import { Checkbox } from './Checkbox.tsx'
import { Choice } from './Choice.tsx'
import { Combobox } from './Combobox.tsx'
import { Dialog } from './Dialog.tsx'
import { DraftLine } from './DraftLine.tsx'
import { Field } from './Field.tsx'
import { Kbd } from './Kbd.tsx'
import { LinkAction } from './LinkAction.tsx'
import { Section } from './Section.tsx'
import { Select } from './Select.tsx'
import { specimenNow, ZONE } from './specimen-time.ts'
import { TextArea } from './TextArea.tsx'

const PEOPLE = [
  { value: 'mei', label: 'Mei Tanaka', hint: 'starts in 1 h' }, { value: 'priya', label: 'Priya Raman', hint: 'starts in 3 h 26 min' },
  { value: 'ana', label: 'Ana Duarte', hint: 'starts in 8 h 56 min' }, { value: 'next', label: 'The next shift', hint: 'starts in 8 h 56 min' },
]
const URGENCIES = [{ value: 'urgent', label: 'urgent' }, { value: 'important', label: 'important' }, { value: 'standard', label: 'standard' }, { value: 'low', label: 'low' }] as const
type Urgency = (typeof URGENCIES)[number]['value']

/** Every way to write something down. */
export function SpecimenForms() {
  const draft = useDraft('specimen', 'The worker still has two limits: 3 in the config, 5 in the runbook.')
  const [urgency, setUrgency] = useState<Urgency>('important')
  const [to, setTo] = useState<string | null>(null)
  const [cover, setCover] = useState<string | null>('mei')
  const [kept, setKept] = useState(true)
  return (
    <Section title="Writing">
      <div className="specimen-block specimen-form">
        <Field label="Your name" hint="As others read it." autoComplete="name" />
        <Field label="E-mail" type="email" defaultValue="kenji@" error="This address has no part after the @. Add it, for example example.org." />
        <TextArea label="State" value={draft.value} onChange={draft.set} hint="Where things stand, so that nobody has to ask." onSubmit={() => {}} />
        <DraftLine kept={draft.kept} zone={ZONE} other={draft.other} onTakeOther={draft.takeOther} onKeepMine={draft.keepMine} />
        <Choice legend="Urgency" options={URGENCIES} value={urgency} onChange={setUrgency} hint="Four working hours, paused during focus." />
        <Combobox label="Hand over to" options={PEOPLE} value={to} onChange={setTo} placeholder="A person, a role or the next shift" />
        <Select label="Cover" options={PEOPLE} value={cover} onChange={setCover} hint="Who takes over while you are away." />
        <div>
          <Checkbox voice="serif" label="Retries no longer run twice after a restart." checked={kept} onChange={setKept} hint="commit 3f2a91c, 14:20" />
          <Checkbox voice="serif" label="Moved the fixtures." checked={false} onChange={() => {}} hint="commit 81bc0d4, 15:02; left out" />
          <Checkbox label="Read the brief by mail as well" checked disabled onChange={() => {}} />
        </div>
        <SpecimenActions />
        <DraftLine kept={{ at: specimenNow(), where: 'both' }} zone={ZONE} />
        <DraftLine kept={{ at: specimenNow(), where: 'device' }} zone={ZONE} other="The worker has two limits; I would take 5." onKeepMine={() => {}} onTakeOther={() => {}} />
      </div>
    </Section>
  )
}

function SpecimenActions() {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <div className="specimen-line">
        <Button onClick={() => setAsking(true)}>Sign the wrap</Button>
        <Button look="quiet">Preview</Button>
        <Button busy>Signing</Button>
        <Button disabled look="quiet">Not yet</Button>
        <LinkAction onClick={() => {}}>Leave it as a draft</LinkAction>
        <Kbd keys="mod+enter" mac /> <Kbd keys="g b" />
      </div>
      <Dialog
        open={asking} onOpenChange={setAsking} title="Sign with one baton unassigned?" description="The migration has no receiver. It stays with you until you name one."
        actions={<><Button onClick={() => setAsking(false)}>Sign anyway</Button><LinkAction onClick={() => setAsking(false)}>Name a receiver</LinkAction></>}
      />
    </>
  )
}
