import type { RoundView } from '#contract/checkins.ts'
import { longDay } from '../ui/calendar-words.ts'
import { capital, counted, formatWhen } from '../ui/format.ts'
import { Empty } from '../ui/Empty.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { Answers } from './Answers.tsx'
import { t } from '../ui/words.ts'

type Props = { round: RoundView, zone: string, now: Temporal.Instant }

/** A page of text: who said what, who is still expected, who had nothing or was away. */
export function Round({ round: { form, date, answers, expected, missed, skipped }, zone, now }: Props) {
  const day = Temporal.PlainDate.from(date)
  const other = (days: number) => `/check-ins/${form.id}/${day.add({ days }).toString()}`
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString()
  return (
    <Page over={`${form.name} · ${form.spaceName}`} title={`${longDay(day.toZonedDateTime('UTC').toInstant(), 'UTC', false)}.`} lede={roundWords({ answers, expected, missed, skipped })}>
      <p className="round-days">
        <LinkAction href={other(-1)}>{t`The day before`}</LinkAction>
        {date < today && <LinkAction href={other(1)}>{t`The day after`}</LinkAction>}
        <LinkAction href="/check-ins">{t`All check-ins`}</LinkAction>
      </p>
      {answers.map((answer) => (
        <article key={answer.number} className="answer" aria-labelledby={`answer-${answer.number}`}>
          <h2 id={`answer-${answer.number}`}>{answer.personName}<small><a href={`/${answer.number}`}>#{answer.number}</a>, {formatWhen(Temporal.Instant.from(answer.publishedAt), zone, now)}</small></h2>
          <Answers answers={answer.answers} asks={answer.asks} />
        </article>
      ))}
      {answers.length + expected.length + missed.length + skipped.length === 0 && <Empty text={t`Nobody was asked on this day.`} />}
      {expected.length > 0 && <Section title={t`Still expected`}><ul className="round-list">{expected.map(({ personId, sentence }) => <li key={personId}>{sentence}</li>)}</ul></Section>}
      {missed.length > 0 && <Section title={t`Not answered`}><ul className="round-list">{missed.map(({ personId, name }) => <li key={personId}>{name}</li>)}</ul></Section>}
      {skipped.length > 0 && <Section title={t`Not asked, or nothing to say`}><ul className="round-list">{skipped.map(({ personId, name, reason }) => <li key={personId}>{name}{reason && <span className="hint">: {reason}</span>}</li>)}</ul></Section>}
    </Page>
  )
}

/** `Three answers; two people are still expected.` */
export function roundWords({ answers, expected, missed }: Pick<RoundView, 'answers' | 'expected' | 'missed' | 'skipped'>): string {
  const waiting = expected.length > 0 ? t`${counted(expected.length, 'person is', 'people are')} still expected` : ''
  const silent = missed.length > 0 ? t`${counted(missed.length, 'person', 'people')} did not answer` : ''
  return `${[capital(counted(answers.length, 'answer')), waiting, silent].filter(Boolean).join('; ')}.`
}
