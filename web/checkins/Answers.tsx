import type { AnswerView } from '#contract/checkins.ts'
import { Markdown } from '../ui/Markdown.tsx'

/** Somebody's answers under their questions, each with the wrap it was taken from. */
export function Answers({ answers }: Pick<AnswerView, 'answers'>) {
  return (
    <dl>
      {answers.map(({ key, question, text, source }) => (
        <div key={key}>
          <dt>{question}</dt>
          <dd><Markdown text={text} />{source !== null && <p className="hint">From the wrap <a href={`/${source}`}>#{source}</a></p>}</dd>
        </div>
      ))}
    </dl>
  )
}
