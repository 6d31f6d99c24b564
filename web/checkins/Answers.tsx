import type { ReactNode } from 'react'
import type { AnswerView } from '#contract/checkins.ts'
import { Markdown } from '../ui/Markdown.tsx'
import { tr } from '../ui/words.ts'

/** Somebody's answers under their questions, each with the wrap it was taken from; under what blocks them, who is asked to clear it. */
export function Answers({ answers, asks }: Pick<AnswerView, 'answers' | 'asks'>) {
  const blocker = answers.find((answer) => answer.blocker)?.key
  return (
    <dl>
      {answers.map(({ key, question, text, source }) => (
        <div key={key}>
          <dt>{question}</dt>
          <dd>
            <Markdown text={text} />
            {source !== null && <p className="hint">{tr`From the wrap ${<a href={`/${source}`}>#{source}</a>}`}</p>}
            {key === blocker && asks.map((ask) => <p key={ask.number} className="answer-ask">{askedOf(ask)} {ask.status}</p>)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function askedOf({ number, answererName, open }: AnswerView['asks'][number]): ReactNode {
  const link = <a href={`/${number}`}>#{number}</a>
  return open ? tr`Asked of ${answererName}, ${link}.` : tr`Was asked of ${answererName}, ${link}.`
}
