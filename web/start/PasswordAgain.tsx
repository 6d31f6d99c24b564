import { Field } from '../ui/Field.tsx'
import { t } from '../ui/words.ts'

type Props = { password: string, onPassword: (password: string) => void, error: string | undefined }

/** Asked on the question where one is when the page was loaded again, so that nobody passes all questions a second time for it. */
export function PasswordAgain({ password, onPassword, error }: Props) {
  return (
    <div className="start-alone">
      <Field
        label={t`Your password once more`} name="password" type="password" autoComplete="new-password" hint={t`The page was loaded again. Your answers were kept on this device; a password never is.`}
        value={password} onChange={onPassword} error={error}
      />
    </div>
  )
}
