import { useState } from 'react'
import type { FindingView } from '#contract/writing.ts'
import { Section } from './Section.tsx'
import { WritingNotes } from './WritingNotes.tsx'

const TEXT = 'The release branch is cut tomorrow at 15:00 and the worker still has two limits.\n\nWhat do you think?'
const FINDINGS: readonly FindingView[] = [
  { rule: 'ambiguous_time', clause: 'Set clear expectations for response', severity: 'warning', start: 26, end: 43, message: 'In another time zone this is another moment.', why: 'Where you write, tomorrow may be today for the reader, and 5pm may be the middle of the night.', example: 'on 2026-03-25, 15:00 Asia/Tokyo time' },
  { rule: 'vague_opener', clause: 'Vague requests force synchronous follow-up', severity: 'warning', start: 82, end: 100, message: 'It does not say which thoughts would help.', why: 'A reader who cannot tell what is asked has to ask back, and in another time zone that costs a day.', example: 'Does anything speak against 5? I am least sure about the slowest 1 %; say so by … if you see a problem.' },
  { rule: 'structure', clause: 'Use structure to aid comprehension', severity: 'hint', start: 0, end: 80, message: 'One paragraph of 160 words.', why: 'People scan what they read between other things; headings and lists let them find their part.', example: 'Make each point an item of a list.' },
]

/** The check before sending, with advice, after it was dismissed, and with nothing to say. */
export function SpecimenNotes() {
  const [findings, setFindings] = useState(FINDINGS)
  return (
    <Section title="Before you send">
      <div className="specimen-block">
        <WritingNotes text={TEXT} checked={{ findings: [...findings], words: 19, likely: 'May draw a question: it says what is asked, not what it is for.' }} onShow={() => {}} onDismiss={(finding) => setFindings((all) => all.filter((one) => one !== finding))} />
      </div>
      <div className="specimen-block">
        <WritingNotes text="" checked={{ findings: [], words: 0, likely: 'There are no words of yours yet.' }} onDismiss={() => {}} />
      </div>
    </Section>
  )
}
