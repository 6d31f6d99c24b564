import type { MeView } from '#contract/account.ts'
import type { SpaceView } from '#contract/spaces.ts'

type Space = Pick<MeView['spaces'][number], 'id' | 'noise'>
type Peopled = Pick<SpaceView, 'id' | 'members'>

/**
 * Where somebody most likely wraps up: where they did last, else where the most people of their work read it.
 * @param spaces those they are a member of
 * @param peopled who is in which space; empty where that is not known
 * @param last the space of their last wrap, which they may have left since
 */
export function usualSpace(spaces: readonly Space[], peopled: readonly Peopled[], last: string | undefined): string | undefined {
  const work = spaces.filter((space) => space.noise === 'work')
  const fullest = work.toSorted((a, b) => membersIn(peopled, b.id) - membersIn(peopled, a.id))[0]
  return (spaces.find((space) => space.id === last) ?? fullest ?? spaces[0])?.id
}

/** Whether nobody else reads what stands in a space of one's own; false where that is not known. */
export const isAlone = (peopled: readonly Peopled[], spaceId: string): boolean => membersIn(peopled, spaceId) === 1

const membersIn = (peopled: readonly Peopled[], spaceId: string): number => peopled.find(({ id }) => id === spaceId)?.members.length ?? 0
