import type { DecisionView, PositionView } from '#contract/decisions.ts'

type Point = Pick<PositionView, 'optionId' | 'tradeOffId'>

const isAt = (position: Point, { optionId, tradeOffId }: Point): boolean => position.optionId === optionId && position.tradeOffId === tradeOffId

/** Objections that still stand in the way, in the order in which they came. */
export const openObjections = (positions: readonly PositionView[]): PositionView[] => positions.filter(({ kind, onRecord }) => kind === 'objection' && !onRecord)

/** Questions about the text as it is now. */
export const openQuestions = (positions: readonly PositionView[]): PositionView[] => positions.filter(({ kind, current }) => kind === 'question' && current)

/** What is said at one point: those with words apart from those who only stand there. Objections come first. */
export function saidAt(positions: readonly PositionView[], point: Point): { silent: PositionView[], worded: PositionView[] } {
  const here = positions.filter((position) => isAt(position, point)).toSorted((a, b) => RANK[a.kind] - RANK[b.kind])
  return { silent: here.filter(({ text }) => text.trim() === ''), worded: here.filter(({ text }) => text.trim() !== '') }
}
const RANK: Readonly<Record<PositionView['kind'], number>> = { 'objection': 0, 'question': 1, 'support': 2, 'no-concern': 3, 'abstain': 4 }

/** What the reader holds at a point; undefined where they have said nothing. */
export const mineAt = (positions: readonly PositionView[], me: string, point: Point): PositionView | undefined => positions.find((position) => position.personId === me && isAt(position, point))

/** The option that a signature would choose, unless the accountable says otherwise: the recommended one, else the one most people support. */
export function preselected({ content: { options, recommendation }, positions }: Pick<DecisionView, 'content' | 'positions'>): string | undefined {
  if (options.some(({ id }) => id === recommendation.optionId)) return recommendation.optionId ?? undefined
  const supporters = (id: string) => positions.filter(({ kind, optionId, current }) => kind === 'support' && optionId === id && current).length
  const [best, next] = options.map(({ id }) => ({ id, count: supporters(id) })).toSorted((a, b) => b.count - a.count)
  return best && best.count > (next?.count ?? 0) ? best.id : undefined
}

/** The reader took a position on an earlier text and has said nothing about this one. */
export const isAskedAgain = ({ positions, state }: Pick<DecisionView, 'positions' | 'state'>, me: string): boolean => {
  const mine = positions.filter(({ personId }) => personId === me)
  return (state === 'open' || state === 'call-needed' || state === 'ready') && mine.length > 0 && !mine.some(({ current }) => current)
}
