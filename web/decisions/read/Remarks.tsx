import { resolveRemark } from '#contract/decisions.ts'
import type { RemarkView } from '#contract/decisions.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { capital, counted } from '../../ui/format.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Time } from '../../ui/Time.tsx'
import { plainQuote } from '../../ui/passages.ts'
import { RemarkForm } from './RemarkForm.tsx'
import type { Talk } from './talk.ts'
import { useDecisionWrite } from './use-decision-write.ts'
import { t, tr } from '../../ui/words.ts'

type Props = { talk: Talk, remarks: readonly RemarkView[] }

/** Remarks below their passage, each with its answers; what was dealt with is folded. */
export function Remarks({ talk, remarks }: Props) {
  const first = remarks.filter(({ inReplyTo }) => inReplyTo === null)
  const done = first.filter(({ resolvedAt }) => resolvedAt !== null)
  const answers = (id: string) => remarks.filter(({ inReplyTo }) => inReplyTo === id)
  const draw = (remark: RemarkView) => <Remark key={remark.id} talk={talk} remark={remark} answers={answers(remark.id)} />
  if (first.length === 0) return null
  return (
    <div className="remarks">
      {first.filter(({ resolvedAt }) => resolvedAt === null).map(draw)}
      {done.length > 0 && <Disclosure summary={t`${capital(counted(done.length, 'remark'))} dealt with`}>{done.map(draw)}</Disclosure>}
    </div>
  )
}

function Remark({ talk, remark, answers }: { talk: Talk, remark: RemarkView, answers: readonly RemarkView[] }) {
  const { decision, open, onOpen } = talk
  const { send, busy, problem } = useDecisionWrite(resolveRemark)
  const isDone = remark.resolvedAt !== null
  const gone = remark.anchor.start === null && remark.anchor.quote !== ''
  return (
    <div className="remark" data-done={isDone || undefined}>
      {remark.anchor.quote !== '' && <blockquote className="remark-quote">{plainQuote(remark.anchor.quote)}{gone && <span className="hint"> {t`This passage is gone.`}</span>}</blockquote>}
      <RemarkText talk={talk} remark={remark} />
      {answers.map((answer) => <div key={answer.id} className="remark-answer"><RemarkText talk={talk} remark={answer} /></div>)}
      {remark.resolvedByName !== null && <p className="hint">{tr`Dealt with, says ${remark.resolvedByName}.`}</p>}
      <p className="remark-acts">
        {decision.can.includes('remark') && !isDone && <LinkAction label={t`Answer the remark of ${remark.authorName}`} onClick={() => onOpen({ at: 'reply', remarkId: remark.id })}>{t`Answer`}</LinkAction>}
        {remark.can.includes('resolve') && <LinkAction busy={busy} label={isDone ? t`Open again: the remark of ${remark.authorName}` : t`Dealt with: the remark of ${remark.authorName}`} onClick={() => send({ number: decision.number, id: remark.id, resolved: !isDone })}>{isDone ? t`Open again` : t`Dealt with`}</LinkAction>}
      </p>
      {problem && <Problem {...problem} />}
      {open?.at === 'reply' && open.remarkId === remark.id && <RemarkForm talk={talk} field={remark.anchor.field} quote={undefined} to={remark} />}
    </div>
  )
}

function RemarkText({ talk: { zone, now }, remark: { authorName, at, body } }: { talk: Talk, remark: RemarkView }) {
  return (
    <>
      <p className="remark-by"><b>{authorName}</b> <Time at={Temporal.Instant.from(at)} zone={zone} now={now} /></p>
      <Markdown text={body} headingsBelow={3} />
    </>
  )
}
