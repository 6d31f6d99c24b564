import type { DecisionHead } from '#contract/decisions.ts'
import { Item } from './Item.tsx'
import { LinkAction } from './LinkAction.tsx'
import { Section } from './Section.tsx'
import { Time } from './Time.tsx'
import { t, tr } from './words.ts'

type Props = { title: string, decisions: readonly DecisionHead[], zone: string, now: Temporal.Instant }

/** Decisions that wait, each with what it waits for; nothing where none does. */
export function DecisionLines({ title, decisions, zone, now }: Props) {
  if (decisions.length === 0) return null
  return (
    <Section title={title}>
      {decisions.map(({ number, title: name, mine, status, spaceName, deadline }) => (
        <Item
          key={number} text={name} by={<>{tr`Decision #${number} · ${spaceName} · ${mine ?? status}`}</>} actions={<LinkAction strong keys="e" href={`/${number}`} label={t`Read it: ${name}`}>{t`Read it`}</LinkAction>}
          clock={deadline !== null && tr`open until ${<Time at={Temporal.Instant.from(deadline)} zone={zone} now={now} />}`}
        />
      ))}
    </Section>
  )
}
