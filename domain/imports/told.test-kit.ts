import { Tally } from './tally.ts'
import type { Piece, ToldProblem } from './types.ts'

/** What could not be read, as English tells it. */
export function problemsIn(pieces: Iterable<Piece>): ToldProblem[] {
  const tally = new Tally()
  for (const piece of pieces) tally.read(piece)
  return tally.problems
}
