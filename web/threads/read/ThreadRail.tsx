import type { EntryLink, ThreadView } from '#contract/threads.ts'
import type { AskView } from '#contract/asks.ts'
import { RailPart } from '../../ui/Page.tsx'
import { RoundsMark } from '../../ui/RoundsMark.tsx'
import { t } from '../../ui/words.ts'

type Props = { thread: ThreadView, asks: readonly AskView[], roundsLimit: number }
const OPEN: readonly AskView['state'][] = ['open', 'seen', 'question-back', 'clarified', 'overdue', 'escalated']
/** What an entry beside has to do with this one, by how and in which direction they are linked. */
const KIN: Partial<Record<`${EntryLink['how']} ${EntryLink['direction']}`, string>> = { 'split to': t`split off from this`, 'split from': t`this was split off from it`, 'elevated to': t`made from this`, 'elevated from': t`this was made from it` }
const kinOf = ({ how, direction }: EntryLink) => KIN[`${how} ${direction}`]

/** In the margin: how often it went round, which asks are open, and what was made from it or it from. */
export function ThreadRail({ thread, asks, roundsLimit }: Props) {
  const open = asks.filter(({ state, number }) => OPEN.includes(state) && number !== thread.number)
  const kin = thread.links.filter((link) => kinOf(link) !== undefined)
  const rounds = roundsOf(thread)
  if (rounds < 1 && open.length === 0 && kin.length === 0) return null
  return (
    <>
      {rounds > 0 && <RailPart title={t`Back and forth`}><RoundsMark rounds={rounds} limit={roundsLimit} /></RailPart>}
      {open.length > 0 && <RailPart title={t`Open asks`}><ul className="rail-links">{open.map((ask) => <li key={ask.number}><a href={`#ask-${ask.number}`}>{ask.title}</a><small>{ask.answererName}</small></li>)}</ul></RailPart>}
      {kin.length > 0 && <RailPart title={t`Belongs with`}><Links links={kin} /></RailPart>}
    </>
  )
}

function Links({ links }: { links: readonly EntryLink[] }) {
  return <ul className="rail-links">{links.map((link) => <li key={`${link.number} ${link.how} ${link.direction}`}><a href={`/${link.number}`}>{link.title}</a><small>{[`#${link.number}`, link.spaceName, kinOf(link)].filter(Boolean).join(' · ')}</small></li>)}</ul>
}

/** On what is open now, or what a call is offered for. */
const roundsOf = ({ rounds, call }: Pick<ThreadView, 'rounds' | 'call'>): number => Math.max(rounds, call?.rounds ?? 0)

/** Whether the margin holds anything. */
export const hasRail = (thread: Pick<ThreadView, 'rounds' | 'links' | 'call'>, asks: readonly AskView[]): boolean => roundsOf(thread) > 0 || asks.length > 0 || thread.links.some(({ how }) => how !== 'asks')
