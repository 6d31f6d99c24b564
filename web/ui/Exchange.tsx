import './Exchange.css'
import { InlineText } from './InlineText.tsx'

type Props = {
  question: string
  /** Null while nobody has answered. */
  answer: string | null
  /** Whose answer it is. */
  answeredBy: string
}

/** One question and its answer, set apart as what people said. */
export function Exchange({ question, answer, answeredBy }: Props) {
  return (
    <blockquote className="exchange">
      <p><InlineText text={question} /></p>
      {answer !== null && <p className="exchange-answer"><InlineText text={answer} /> <small>{answeredBy}</small></p>}
    </blockquote>
  )
}
