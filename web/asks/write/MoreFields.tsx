import { SILENCE_HINT } from '#domain/asks/silent.ts'
import { KIND_RULES } from '#domain/asks/kinds.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { isUrgent } from './ask-draft.ts'
import type { ContractProps } from './Contract.tsx'
import { moreWords } from './more-words.ts'
import { heard, inTheirWords, t } from '../../ui/words.ts'

const SCOPES = [{ value: 'brief', label: t`A brief look` }, { value: 'detailed', label: t`In detail` }] as const

/** What else a reader should know: how closely to look, what the answer is judged by, what waits for it, what silence means. */
export function MoreFields({ draft, set, wrong, responses }: ContractProps) {
  const urgent = isUrgent(draft, responses)
  const usual = KIND_RULES[draft.kind].silence === null ? null : heard(KIND_RULES[draft.kind].silence ?? '')
  return (
    <div className="rail-part">
      <Disclosure summary={moreWords(draft, urgent)}>
        <Choice legend={t`How closely`} options={SCOPES} value={draft.scope} onChange={(scope) => set({ scope })} />
        <TextArea label={t`What the answer is judged by`} rows={1} value={draft.criteria} onChange={(criteria) => set({ criteria })} />
        {!urgent && <TextArea label={t`What cannot go on without it`} rows={1} value={draft.blockedPath} onChange={(blockedPath) => set({ blockedPath })} />}
        {!urgent && <TextArea label={t`What holds without an answer`} rows={1} value={draft.silentDefault} onChange={(silentDefault) => set({ silentDefault })} hint={`${inTheirWords(SILENCE_HINT)}${usual === null ? '' : t` Silence on this kind means: ${usual}`}`} error={wrong.silentDefault} placeholder={usual ?? t`Nothing; it becomes overdue`} />}
      </Disclosure>
    </div>
  )
}
