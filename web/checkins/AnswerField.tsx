import type { ReactNode } from 'react'
import { LinkAction } from '../ui/LinkAction.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import type { DraftAnswer } from './answer-draft.ts'
import type { Question } from './question-keys.ts'
import { t, tr } from '../ui/words.ts'

type Props = {
  question: Question
  answer: DraftAnswer
  missing: boolean
  onText: (text: string) => void
  onLeaveOut: () => void
  onSubmit: () => void
  /** Chooses who is asked to clear it; only where the question asks what is in the way. */
  owner?: ReactNode
}

/** A question with its answer; one taken from a wrap names it and can be left out. */
export function AnswerField({ question, answer, missing, onText, onLeaveOut, onSubmit, owner }: Props) {
  return (
    <div className="prompt-answer">
      <TextArea
        label={question.required ? question.text : t`${question.text} (if anything)`} value={answer.text} onChange={onText} onSubmit={onSubmit} rows={2} required={question.required}
        error={missing ? t`This one needs an answer; a sentence is enough.` : undefined}
      />
      {answer.source !== null && (
        <p className="prompt-source">
          <span>{tr`From your wrap ${<a href={`/${answer.source}`}>#{answer.source}</a>}`}</span>
          <LinkAction label={t`Leave it out: the answer to “${question.text}” from wrap ${String(answer.source)}`} onClick={onLeaveOut}>{t`Leave it out`}</LinkAction>
        </p>
      )}
      {owner}
    </div>
  )
}
