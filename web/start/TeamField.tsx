import { capital, counted } from '../ui/format.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { emailsIn } from './emails.ts'
import type { QuestionProps } from './Question.tsx'
import { t } from '../ui/words.ts'

/** Whom to invite, as people paste it. */
export function TeamField({ answers, onAnswers, errors }: Pick<QuestionProps, 'answers' | 'onAnswers' | 'errors'>) {
  const { emails } = emailsIn(answers.invite)
  return (
    <>
      <TextArea
        label={t`Their e-mail addresses`} voice="sans" rows={4} hint={t`One to a line, or with commas between. Leave it empty to begin alone.`}
        value={answers.invite} onChange={(invite) => onAnswers({ ...answers, invite })} error={errors.invite}
      />
      <p className="hint" role="status">{emails.length > 0 && t`${capital(counted(emails.length, 'person', 'people'))} to invite.`}</p>
    </>
  )
}
