import type { MeView } from '#contract/account.ts'

/**
 * Where somebody most likely wraps up: where they did last, else the first space for work.
 * @param spaces those they are a member of
 * @param last the space of their last wrap, which they may have left since
 */
export function usualSpace(spaces: readonly Pick<MeView['spaces'][number], 'id' | 'noise'>[], last: string | undefined): string | undefined {
  return (spaces.find((space) => space.id === last) ?? spaces.find((space) => space.noise === 'work') ?? spaces[0])?.id
}
