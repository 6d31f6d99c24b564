import { useRef, useState } from 'react'
import { calendarFromJson } from '#domain/time/types.ts'
import { useDraft } from '../app/drafts.ts'
import { Choice } from './Choice.tsx'
import { Composer } from './composer/Composer.tsx'
import type { CompletionSource } from './composer/completion.ts'
import type { ComposerHandle } from './composer/handle.ts'
import { EMOJI_SOURCE, entrySource, mentionSource } from './composer/sources.ts'
import { TitleField } from './composer/TitleField.tsx'
import { DraftLine } from './DraftLine.tsx'
import { LinkAction } from './LinkAction.tsx'
import { Notice } from './Notice.tsx'
import { RailPart } from './Page.tsx'
import { ReaderRibbons } from './ReaderRibbons.tsx'
import type { Reader } from './ReaderRibbons.tsx'
import { Section } from './Section.tsx'
import { specimenNow, ZONE } from './specimen-time.ts'

const DAYS = [1, 2, 3, 4, 5] as const
const WEEK = DAYS.flatMap((day) => [{ day, start: '09:00', end: '12:30' }, { day, start: '13:30', end: '18:00' }])
const calendar = (zone: string) => calendarFromJson({ periods: [{ from: null, zone, anchor: '2026-03-23', weeks: [WEEK] }], holidays: [], absences: [], given: [], taken: [] })
const at = (iso: string) => Temporal.Instant.from(iso)

const PEOPLE = [
  { id: '7', name: 'Mei Tanaka', zone: 'Asia/Manila', working: false, nextWorkingMoment: '2026-03-24T01:00:00Z' }, { id: '8', name: 'Ana Duarte', zone: 'Europe/Lisbon', working: false, nextWorkingMoment: '2026-03-24T09:00:00Z' },
  { id: '9', name: 'Ben Okafor', zone: 'America/Los_Angeles', working: true, nextWorkingMoment: null },
]
const ENTRIES = [{ number: 212, title: 'The list of tax numbers', about: 'wrap in Billing' }, { number: 231, title: 'Which retry limit', about: 'ask in Payments' }]
const CALLED = [{ key: 'on-call', name: 'on-call', about: 'Priya Raman, on shift now' }, { key: 'here', name: 'here', about: 'two people who work now' }, { key: 'space', name: 'space', about: 'nine people, four of them asleep' }]
const TEXT = `The release branch is cut tomorrow at 15:00 and the worker still has two limits: 3 in the config, 5 in the runbook.

I measured both on last week’s traffic: five retries recover 1.9 % more payments and add 40 seconds to the slowest 1 %. What do you think?`
const OPENER = 'What do you think?'
const KINDS = [{ value: 'answer', label: 'an answer' }, { value: 'review', label: 'a review' }, { value: 'approve', label: 'approval' }, { value: 'fyi', label: 'FYI' }] as const

/** Made when they are shown, because a browser may get its Temporal after this module. */
const sources = (): readonly CompletionSource[] => [
  mentionSource(PEOPLE, CALLED, specimenNow(), ZONE),
  entrySource(async (query) => ENTRIES.filter(({ number, title }) => `${number} ${title}`.toLowerCase().includes(query.toLowerCase()))),
  EMOJI_SOURCE,
]
const readers = (): readonly Reader[] => [
  { key: 'mei', name: 'Mei Tanaka', zone: 'Asia/Manila', calendar: calendar('Asia/Manila'), focus: [{ start: at('2026-03-24T01:30:00Z'), end: at('2026-03-24T03:00:00Z') }], readsAt: at('2026-03-24T03:00:00Z'), dueAt: at('2026-03-24T08:00:00Z'), sentence: 'Mei is in focus until 11:00 and reads this then; the answer is due at 16:00 in Manila, 17:00 yours.' },
  { key: 'ana', name: 'Ana Duarte', role: 'may add', zone: 'Europe/Lisbon', calendar: calendar('Europe/Lisbon'), focus: [], readsAt: at('2026-03-24T16:00:00Z'), dueAt: at('2026-03-25T12:00:00Z'), sentence: 'Ana reads this at 16:00 in Lisbon, 01:00 tomorrow yours; due tomorrow 12:00 there.' },
  { key: 'ben', name: 'Ben Okafor', role: 'may add', zone: 'America/Los_Angeles', calendar: calendar('America/Los_Angeles'), focus: [], readsAt: at('2026-03-24T16:00:00Z'), dueAt: null, sentence: 'Ben reads this at 09:00 in Los Angeles.' },
]

/** An ask and a reply being written. */
export function SpecimenComposers() {
  return (
    <>
      <Section title="An ask"><div className="specimen-block"><SpecimenAsk /></div></Section>
      <Section title="A reply"><div className="specimen-block"><SpecimenReply /></div></Section>
    </>
  )
}

function SpecimenAsk() {
  const composer = useRef<ComposerHandle>(null)
  const [title, setTitle] = useState('Which retry limit should the payment worker use for 3DS failures?')
  const [text, setText] = useState(TEXT)
  const [kind, setKind] = useState<(typeof KINDS)[number]['value']>('answer')
  const [known] = useState(sources)
  return (
    <Composer
      title={<TitleField label="Title of the ask" value={title} onChange={setTitle} onEnter={() => composer.current?.focus()} />}
      ref={composer} look="page" label="Text of the ask" value={text} onChange={setText} onSend={() => {}} send="Send for 11:00 Manila" sources={known} onFiles={() => {}}
      contract={
        <>
          <RailPart title="What you want"><Choice legend="What you want" legendUnseen options={KINDS} value={kind} onChange={setKind} /></RailPart>
          <RailPart title="Readers"><ReaderRibbons readers={readers()} now={specimenNow()} warning="That is two hours later than you need it." offers={[{ key: 'cover', label: 'Ask Priya, her cover', sentence: 'Reads at 10:00, due 14:00 yours.', onTake: () => {} }, { key: 'urgent', label: 'Make it urgent', onTake: () => {} }]} /></RailPart>
        </>
      }
      notes={(places) => <RailPart title="Before you send"><p><b>Say what you want back.</b> “{OPENER}” can be answered in ten ways. <LinkAction onClick={() => places.select(text.indexOf(OPENER), text.indexOf(OPENER) + OPENER.length)}>Show it</LinkAction></p></RailPart>}
      draft={<DraftLine kept={{ at: specimenNow(), where: 'both' }} zone={ZONE} />}
    />
  )
}

function SpecimenReply() {
  const composer = useRef<ComposerHandle>(null)
  const draft = useDraft('specimen-reply', '')
  const [said, setSaid] = useState('')
  const [known] = useState(sources)
  return (
    <Composer
      ref={composer} label="Your reply" placeholder="Write a reply" value={draft.value} onChange={draft.set} send="Reply" sources={known} rows={3}
      onSend={() => {
        setSaid((before) => (before.startsWith('Sent once: ') ? `Sent again: ${draft.value}` : `Sent once: ${draft.value}`))
        draft.clear()
      }}
      onFiles={(files) => setSaid(`Files: ${files.map(({ name }) => name).join(', ')}`)} attachments={<Notice>{said}</Notice>}
      draft={<DraftLine kept={draft.kept} zone={ZONE} other={draft.other} onTakeOther={draft.takeOther} onKeepMine={draft.keepMine} />}
      actions={<LinkAction onClick={() => composer.current?.insertQuote('I would take 5.', 'Ana Duarte', '/231#reply-2')}>Quote Ana</LinkAction>}
    />
  )
}
