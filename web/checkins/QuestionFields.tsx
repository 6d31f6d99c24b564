import { Checkbox } from '../ui/Checkbox.tsx'
import { Field } from '../ui/Field.tsx'
import { countInWords } from '../ui/format.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import type { Question } from './question-keys.ts'
import { t } from '../ui/words.ts'

type Props = { questions: readonly Question[], onQuestions: (questions: Question[]) => void, error?: string | undefined }

/** As many as the contract takes. */
const MOST = 12

/** The questions in their order, each with whether it must be answered. */
export function QuestionFields({ questions, onQuestions, error }: Props) {
  const change = (at: number, part: Partial<Question>) => onQuestions(questions.map((question, index) => (index === at ? { ...question, ...part } : question)))
  return (
    <fieldset className="question-rows">
      <legend className="field-label">{t`Questions`}</legend>
      {questions.map((question, at) => (
        <div className="question-row" key={question.key || at}>
          <Field label={t`Question ${countInWords(at + 1)}`} value={question.text} onChange={(text) => change(at, { text })} error={at === 0 ? error : undefined} />
          {questions.length > 1 && <LinkAction label={t`Take out question ${countInWords(at + 1)}`} onClick={() => onQuestions(questions.filter((_, index) => index !== at))}>{t`Take out`}</LinkAction>}
          <Checkbox label={t`Needs an answer`} checked={question.required} onChange={(required) => change(at, { required })} />
        </div>
      ))}
      {questions.length < MOST && <p className="question-add"><LinkAction onClick={() => onQuestions([...questions, { key: '', text: '', required: false }])}>{t`Add a question`}</LinkAction></p>}
    </fieldset>
  )
}
