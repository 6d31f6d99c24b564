import { asks, rate, tells } from './clues.ts'
import type { Clues } from './clues.ts'
import * as said from './phrases.ts'

/** Something about a text that makes a question back more or less likely, in any community and on any subject. */
export type Sign = {
  readonly name: string
  /** After "it": what the text does. */
  readonly does: string
  /**
   * What was expected before counting: above 0 draws questions. Learning starts from here and moves only as far as the
   * texts insist (decision 0011).
   */
  readonly leaning: number
  /** 0 to 1. */
  readonly value: (clues: Clues) => number
}

/** One telling of a failure in so many words is dense. Unit: per word. */
const DENSE = 0.05
/** About one word in eight is `I` or `we` in texts about oneself. Unit: per word. */
const ABOUT_ONESELF = 0.125
const ENOUGH_TROUBLE = 2
const ENOUGH_MINE = 2
/** An early question stands among the first two sentences. */
const EARLY = 2
/** A question of so many words says what it is about. Unit: tokens. */
const PRECISE = 25

const flag = (holds: boolean): number => holds ? 1 : 0
const upTo = (value: number, full: number): number => Math.min(1, value / full)

export const SIGNS: readonly Sign[] = [
  { name: 'failing', does: 'tells of something that fails', leaning: 0.5, value: (clues) => flag(clues.failing > 0) },
  { name: 'failing_dense', does: 'tells mostly of what fails', leaning: 0.8, value: (clues) => upTo(clues.failing / clues.length, DENSE) },
  { name: 'troubles', does: 'speaks of trouble', leaning: 0.8, value: (clues) => upTo(clues.troubles, ENOUGH_TROUBLE) },
  { name: 'failing_unseen', does: 'says that something fails and shows nothing of it', leaning: 0.3, value: (clues) => flag(clues.failing > 0 && !clues.shown) },
  { name: 'call_for_help', does: 'calls for any help rather than for an answer', leaning: 0.3, value: (clues) => flag(tells(clues, said.CALL_FOR_HELP)) },
  { name: 'mine', does: 'speaks of something only its writer can see', leaning: 0.3, value: (clues) => upTo(rate(clues, said.MINE) * clues.length, ENOUGH_MINE) },
  { name: 'oneself', does: 'tells about its writer', leaning: 0.3, value: (clues) => upTo(rate(clues, said.ONESELF), ABOUT_ONESELF) },
  { name: 'slow', does: 'says slow or large without comparing', leaning: 0.3, value: (clues) => flag(tells(clues, said.SLOW)) },
  { name: 'sometimes', does: 'speaks of something that happens only sometimes', leaning: 0.2, value: (clues) => flag(tells(clues, said.SOMETIMES)) },
  { name: 'changed', does: 'speaks of something that worked before', leaning: 0.2, value: (clues) => flag(tells(clues, said.CHANGED)) },
  { name: 'comprehends', does: 'asks how something is, and tells of no failure', leaning: -0.4, value: (clues) => flag(clues.failing === 0 && clues.troubles === 0 && asks(clues, said.COMPREHENDS)) },
  { name: 'confirms', does: 'says what its writer understood and asks whether that is right', leaning: -0.3, value: (clues) => flag(tells(clues, said.CONFIRMS)) },
  { name: 'several_questions', does: 'puts what it wants to know into several questions', leaning: -0.3, value: (clues) => flag(clues.questions.length > 1) },
  { name: 'early_question', does: 'asks at its beginning', leaning: -0.2, value: (clues) => flag(isEarly(clues)) },
  { name: 'choice', does: 'offers what to choose from', leaning: -0.3, value: (clues) => flag(asks(clues, said.OR)) },
  { name: 'public', does: 'asks about something that every reader can see', leaning: -0.3, value: (clues) => flag(tells(clues, said.PUBLIC)) },
  { name: 'documents', does: 'says what it has read', leaning: -0.2, value: (clues) => flag(tells(clues, said.DOCUMENTS)) },
  { name: 'versioned', does: 'says which version it speaks of', leaning: -0.1, value: (clues) => flag(clues.versioned) },
  { name: 'link', does: 'links with words to what it speaks of', leaning: -0.2, value: ({ reading }) => flag(reading.structure.links > reading.structure.bareLinks) },
  { name: 'list', does: 'sets out its points as a list', leaning: -0.1, value: ({ reading }) => flag(reading.structure.lists > 0) },
  { name: 'precise_question', does: 'asks a question that says what it is about', leaning: -0.2, value: (clues) => flag(clues.questions.some((question) => question.tokens.length > PRECISE)) },
  { name: 'steps', does: 'says what was expected, or how to see it', leaning: -0.1, value: (clues) => flag(tells(clues, said.STEPS)) },
]

function isEarly({ reading, questions }: Clues): boolean {
  const [first] = questions
  return first !== undefined && reading.sentences.slice(0, Math.min(EARLY, Math.ceil(reading.sentences.length / 2))).some((sentence) => sentence.start >= first.start)
}
