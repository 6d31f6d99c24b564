import type { ReactNode } from 'react'
import type { Radiator, RadiatorLine } from '#contract/radiators.ts'
import { Markdown } from '../ui/Markdown.tsx'
import { Page, PageEnd } from '../ui/Page.tsx'
import { formatClock } from '../ui/format.ts'
import { longDay } from '../ui/calendar-words.ts'
import { t, tr } from '../ui/words.ts'

/** What was made, set as text: forewords that people wrote, then sentences that lead to where they come from. */
export function RadiatorText({ radiator, acts }: { radiator: Radiator, acts?: ReactNode }) {
  const at = Temporal.Instant.from(radiator.composedAt)
  return (
    <Page title={radiator.title} lede={radiator.lede} over={t`Put together ${longDay(at, radiator.zone, false)} at ${formatClock(at, radiator.zone)}`}>
      {acts}
      {radiator.foreword.map(({ number, title, text, editedByName }) => (
        <section key={number} className="radiator-part radiator-foreword" aria-label={title}>
          <h2 className="unseen">{title}</h2>
          <Markdown text={text} headingsBelow={2} />
          <p className="radiator-by">{tr`${<a href={`/${number}`}>{title}</a>}, written by ${editedByName}`}</p>
        </section>
      ))}
      <div data-previews>
        {radiator.sections.map(({ title, paragraphs, items }) => (
          <section key={title} className="radiator-part prose">
            <h2>{title}</h2>
            {paragraphs.map((line, index) => <p key={index}><Line line={line} /></p>)}
            {items.length > 0 && <ul>{items.map((line, index) => <li key={index}><Line line={line} /></li>)}</ul>}
          </section>
        ))}
      </div>
      <PageEnd>{radiator.ending}</PageEnd>
    </Page>
  )
}

const Line = ({ line }: { line: RadiatorLine }) => line.map(({ text, href }, index) => href === null ? text : <a key={index} href={href}>{text}</a>)
