import '../asks.css'
import { readAsk } from '#contract/asks.ts'
import type { AskView } from '#contract/asks.ts'
import { useRead } from '../../app/api.ts'
import { useCommands } from '../../app/commands.ts'
import type { Command } from '../../app/commands.ts'
import { useAsks } from '../../app/use-ask.ts'
import type { AskDoing } from '../../app/use-ask.ts'
import { AskBlock } from '../../ui/ask/AskBlock.tsx'
import { Section } from '../../ui/Section.tsx'
import type { Shown } from './staying.ts'
import { t } from '../../ui/words.ts'

type Props = Shown & { me: string, zone: string, now: Temporal.Instant }

/** The key by which an ask is answered while it has focus; `e` is done on every list. */
const DONE: readonly Command[] = [{
  id: 'asks.done', title: t`Answer the ask that has focus`, group: 'On this page', keys: 'e', words: t`done reply clarify`,
  run: () => document.activeElement?.closest('[data-item]')?.querySelector<HTMLElement>('[aria-keyshortcuts="a"]')?.click(),
}]

/** Asks by when they are due on the reader's clock, each with what can be done in its place. */
export function AskGroups({ groups, left, ...reader }: Props) {
  useCommands(DONE)
  const doing = useAsks()
  return groups.filter(({ asks }) => asks.length > 0).map(({ name, title, asks }) => (
    <Section key={name} title={title}>
      {asks.map((ask) => (left.has(ask.number)
        ? <AskThatLeft key={ask.number} ask={ask} doing={doing} {...reader} />
        : <AskBlock key={ask.number} ask={ask} {...reader} {...doing(ask)} />))}
    </Section>
  ))
}

/** An ask that is no longer on the list, as it stands now; gone once it may no longer be seen. */
function AskThatLeft({ ask, doing, ...reader }: { ask: AskView, doing: (ask: AskView) => AskDoing } & Omit<Props, keyof Shown>) {
  const { data, error } = useRead(readAsk, { number: ask.number })
  if (error) return null
  const fresh = data ?? { ...ask, can: [] }
  return <AskBlock ask={fresh} {...reader} {...doing(fresh)} />
}
