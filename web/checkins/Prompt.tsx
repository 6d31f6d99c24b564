import { useState } from 'react'
import type { PromptView, skipPrompt } from '#contract/checkins.ts'
import { BLOCKER_KEYS } from '#domain/checkins/forms.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { Send } from '../app/send.ts'
import { DraftLine } from '../ui/DraftLine.tsx'
import { formatWhen } from '../ui/format.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { SendForm } from '../ui/SendForm.tsx'
import { leftOut, owned, readDraft, typed } from './answer-draft.ts'
import { AnswerField } from './AnswerField.tsx'
import { BlockerOwner } from './BlockerOwner.tsx'
import { SkipForm } from './SkipForm.tsx'
import { useAnswering } from './use-answering.ts'
import { t } from '../ui/words.ts'

type Props = {
  prompt: PromptView
  /** The first one on the page carries its one primary button. */
  first: boolean
  zone: string
  now: Temporal.Instant
  /** Who answers. */
  personId: string | undefined
  skip: Send<GivenTo<typeof skipPrompt>>
}

/** One check-in to answer, with what the last wrap already says. */
export function Prompt({ prompt, first, zone, now, personId, skip }: Props) {
  const { id, form, windowEndsAt, state } = prompt
  const { draft, answer } = useAnswering(prompt, personId)
  const [missing, setMissing] = useState<readonly string[]>([])
  const [skipping, setSkipping] = useState(false)
  const until = formatWhen(Temporal.Instant.from(windowEndsAt), zone, now)
  const send = () => {
    const read = readDraft(form.questions, draft.value, zone)
    setMissing(read.missing)
    if (read.missing.length === 0) answer.send({ id, answers: read.answers }, () => draft.clear())
  }
  const ownerOf = (key: string) => {
    const { text = '', ask } = draft.value[key] ?? {}
    if (!BLOCKER_KEYS.has(key) || text.trim() === '') return null
    if (!ask) return <LinkAction onClick={() => draft.set(owned(draft.value, key, { to: null, needBy: '' }))}>{t`Ask somebody to clear it`}</LinkAction>
    return <BlockerOwner spaceId={form.spaceId} zone={zone} value={ask} onChange={(next) => draft.set(owned(draft.value, key, next))} onNobody={() => draft.set(owned(draft.value, key, undefined))} />
  }
  return (
    <section className="prompt" aria-labelledby={`prompt-${id}`}>
      <h2 id={`prompt-${id}`}>{form.name}, {form.spaceName}</h2>
      <p className="hint">{state === 'missed' ? t`Its time ended ${until}; an answer is still welcome.` : t`Expected until ${until}.`}{prompt.prefill.length > 0 && t` Your last wrap answers some of it; mend or leave out what does not fit.`}</p>
      {!skipping && (
        <SendForm submit={t`Send the answers`} look={first ? 'primary' : 'quiet'} onSubmit={send} busy={answer.busy} problem={answer.problem} label={`${form.name}, ${form.spaceName}`} aside={<LinkAction onClick={() => setSkipping(true)}>{t`Nothing to say today`}</LinkAction>}>
          {form.questions.map((question) => (
            <AnswerField
              key={question.key} question={question} answer={draft.value[question.key] ?? { text: '', source: null }} missing={missing.includes(question.key)} onSubmit={send}
              onText={(text) => draft.set(typed(draft.value, question.key, text))} onLeaveOut={() => draft.set(leftOut(draft.value, question.key))} owner={ownerOf(question.key)}
            />
          ))}
        </SendForm>
      )}
      {skipping && <SkipForm busy={skip.busy} problem={skip.problem} onSkip={(reason) => skip.send({ id, reason })} onCancel={() => setSkipping(false)} />}
      <DraftLine kept={draft.kept} zone={zone} other={draft.other && Object.values(draft.other).map(({ text }) => text).join('\n\n')} onTakeOther={draft.takeOther} onKeepMine={draft.keepMine} />
    </section>
  )
}
