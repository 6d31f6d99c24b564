import { Time } from '../../ui/Time.tsx'
import { Section } from '../../ui/Section.tsx'
import { counted } from '../../ui/format.ts'
import { adrName, STATE_WORDS, toneOf } from '../words.ts'
import type { DecisionMap } from './Graph.tsx'
import { locale } from '../../ui/spoken.ts'
import { tr } from '../../ui/words.ts'

type Props = { map: DecisionMap, zone: string, now: Temporal.Instant }
type Node = DecisionMap['nodes'][number]

/** Decisions by the month in which they were made, newest first, with what each superseded. */
export function Timeline({ map: { nodes, links }, zone, now }: Props) {
  const titles = new Map(nodes.map(({ number, title }) => [number, title]))
  const superseded = (number: number) => links.filter(({ from, how }) => from === number && how === 'supersedes').map(({ to }) => to)
  return byMonth(nodes, zone).map(({ month, nodes: those }) => (
    <Section key={month} title={month} aside={counted(those.length, 'decision')}>
      <ol className="timeline">
        {those.map(({ number, title, state, at, spaceName, adrNumber }) => (
          <li key={number} data-tone={toneOf(state)}>
            <p className="timeline-title"><a href={`/${number}`}>{title}</a></p>
            <p className="item-by"><span className="state-word" data-tone={toneOf(state)}>{STATE_WORDS[state]}</span> · {adrNumber !== null && `${adrName(adrNumber)} · `}{spaceName} · <Time at={Temporal.Instant.from(at)} zone={zone} now={now} show="day" /></p>
            {superseded(number).map((older) => <p key={older} className="item-by">{tr`superseded ${<a href={`/${older}`}>{titles.get(older) ?? `#${older}`}</a>}`}</p>)}
          </li>
        ))}
      </ol>
    </Section>
  ))
}

/** Newest first, by months of the reader's calendar: `March 2026`. */
export function byMonth(nodes: readonly Node[], zone: string): { month: string, nodes: Node[] }[] {
  const sorted = nodes.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at) || b.number - a.number)
  return [...Map.groupBy(sorted, ({ at }) => new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', timeZone: zone }).format(Temporal.Instant.from(at).epochMilliseconds))].map(([month, those]) => ({ month, nodes: those }))
}
