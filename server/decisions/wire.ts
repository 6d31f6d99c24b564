import type { DecisionContent as ContentView, DecisionHead, PositionView } from '#contract/decisions.ts'
import type { DecisionContent } from '#domain/decisions/content.ts'
import type { DecisionState } from '#domain/decisions/decision-table.ts'
import type { Door, PositionKind } from '#domain/decisions/decision.ts'

type StateWord = DecisionHead['state']
type DoorWord = DecisionHead['door']
type KindWord = PositionView['kind']

/** The words of the wire have dashes where the rules have underscores. */
export const stateWord = (state: DecisionState): StateWord => state === 'call_needed' ? 'call-needed' : state
export const stateFrom = (word: StateWord): DecisionState => word === 'call-needed' ? 'call_needed' : word
export const doorWord = (door: Door): DoorWord => door === 'one_way' ? 'one-way' : 'two-way'
export const doorFrom = (word: DoorWord): Door => word === 'one-way' ? 'one_way' : 'two_way'
export const kindWord = (kind: PositionKind): KindWord => kind === 'no_concern' ? 'no-concern' : kind
export const kindFrom = (word: KindWord): PositionKind => word === 'no-concern' ? 'no_concern' : word

export const viewContent = (content: DecisionContent): ContentView => ({
  ...content, claims: content.claims.map((claim) => ({ ...claim })), recommendation: { ...content.recommendation },
  options: content.options.map((option) => ({ ...option, tradeOffs: option.tradeOffs.map((one) => ({ ...one })) })),
})
