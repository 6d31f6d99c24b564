import { useState } from 'react'
import { FollowMenu } from './FollowMenu.tsx'
import type { FollowChoice } from './FollowMenu.tsx'
import { Markdown } from './Markdown.tsx'
import { OutcomeLine } from './OutcomeLine.tsx'
import { QuoteBlock } from './QuoteBlock.tsx'
import { Reactions } from './Reactions.tsx'
import type { ReactionShown } from './Reactions.tsx'
import { RoundsMark } from './RoundsMark.tsx'
import { Section } from './Section.tsx'
import { specimenNow, ZONE } from './specimen-time.ts'
import { StateLine } from './StateLine.tsx'
import { UndoSend } from './UndoSend.tsx'

const MENTIONS = [{ written: '@Mei Tanaka', href: '/people/7' }, { written: '@here' }]
const TEXT = `@Mei Tanaka, the limit comes from \`worker.ts\`[^1]; @here for information.

\`\`\`ts
// Retries wait longer each time.
export const limits = { retries: 3, firstWaitMs: 250 } as const

export async function retry<T>(job: () => Promise<T>, left = limits.retries): Promise<T> {
  try { return await job() } catch (error) { if (left === 0) throw new RetryError(\`gave up after \${limits.retries} tries, which is what the runbook says\`, { cause: error }); return retry(job, left - 1) }
}
\`\`\`

\`\`\`sql
select id, amount from payment where state = 'failed' and retries >= 3 -- since Monday
\`\`\`

\`\`\`diff
- retries: 3
+ retries: 5
\`\`\`

\`\`\`
no language, no colours
\`\`\`

[^1]: Changed on Monday in #212.`

/** What stands around people's texts in a thread. */
export function SpecimenThread() {
  const [reactions, setReactions] = useState<ReactionShown[]>([{ emoji: '👍', names: ['Mei', 'Ben'], mine: false }, { emoji: '👀', names: ['Kenji'], mine: true }])
  const [state, setState] = useState('Waiting for the numbers of the Manila run, see #212.')
  const react = (emoji: string, on: boolean) => setReactions((all) => [...all.filter((one) => one.emoji !== emoji), ...(on ? [{ emoji, names: [...all.find((one) => one.emoji === emoji)?.names ?? [], 'Kenji'], mine: true }] : [])])
  return (
    <Section title="A thread" aside={<SpecimenFollow />}>
      <div className="specimen-block specimen-thread">
        <StateLine text={state} byName="Ana Duarte" at={specimenNow()} zone={ZONE} now={specimenNow()} onSave={(text) => { setState(text); return Promise.resolve(true) }} />
        <StateLine text="" byName={null} at={null} zone={ZONE} now={specimenNow()} />
        <OutcomeLine text="Five retries from Monday on; `worker.ts` and the runbook say so." byName="Ana Duarte" at={specimenNow()} zone={ZONE} now={specimenNow()} onReopen={() => {}} />
        <QuoteBlock text="I measured both on last week’s traffic: five retries recover 1.9 % more payments." authorName="Ana Duarte" href="#reply-2" />
        <Markdown text={TEXT} mentions={MENTIONS} headingsBelow={3} />
        <Reactions reactions={reactions} onReact={react} />
        <p className="specimen-line"><RoundsMark rounds={2} limit={3} /><RoundsMark rounds={3} limit={3} /></p>
        <SpecimenUndo />
      </div>
    </Section>
  )
}

function SpecimenUndo() {
  const [back, setBack] = useState(false)
  const [until] = useState(() => specimenNow().add({ minutes: 10 }))
  return <UndoSend key={String(back)} text={back ? 'Taken back.' : 'Sent to Kenji.'} now={specimenNow()} until={back ? specimenNow() : until} onUndo={() => setBack(true)} />
}

function SpecimenFollow() {
  const [choice, setChoice] = useState<FollowChoice>('follow')
  const muted = choice.startsWith('mute')
  return <FollowMenu following={muted ? 'muted' : choice === 'stop' ? 'off' : 'following'} mutedUntil={choice === 'mute-hour' ? specimenNow().add({ hours: 1 }) : null} because="You replied." zone={ZONE} now={specimenNow()} onChoose={setChoice} />
}
