/** The features of one text, only those that are not 0: [which, how much]. */
export type Features = readonly (readonly [index: number, value: number])[]
export type Example = { readonly features: Features; readonly asked: boolean }
export type Model = { readonly intercept: number; readonly weights: readonly number[] }
type Settings = {
  /** How many features there are. */
  readonly size: number
  /** Where each weight stands before anything was counted. */
  readonly leanings: readonly number[]
  /** How strongly the weights are held there. Unit: of the log likelihood of one text. */
  readonly pull: number
}

/** Steps of the descent; by then the weights stand still to four places. */
const STEPS = 400

export const scoreOf = (model: Model, features: Features): number => features.reduce((sum, [index, value]) => sum + (model.weights[index] ?? 0) * value, model.intercept)
const chance = (score: number): number => 1 / (1 + Math.exp(-score))

/** Logistic regression that stays near its leanings, by accelerated descent. The same examples give the same model. */
export function fit(examples: readonly Example[], { size, leanings, pull }: Settings): Model {
  const longest = Math.max(1, ...examples.map(({ features }) => features.reduce((sum, [, value]) => sum + value * value, 1)))
  const step = 1 / (pull + examples.length * longest / 4)
  let weights = Array.from({ length: size }, (_none, index) => leanings[index] ?? 0)
  let intercept = 0
  let [ahead, aheadIntercept] = [weights, intercept]
  for (let turn = 1; turn <= STEPS; turn += 1) {
    const slope = slopeAt(examples, { intercept: aheadIntercept, weights: ahead })
    const next = ahead.map((weight, index) => weight - step * ((slope.weights[index] ?? 0) + pull * (weight - (leanings[index] ?? 0))))
    const nextIntercept = aheadIntercept - step * slope.intercept
    const speed = (turn - 1) / (turn + 2)
    ahead = next.map((weight, index) => weight + speed * (weight - (weights[index] ?? 0)))
    aheadIntercept = nextIntercept + speed * (nextIntercept - intercept)
    weights = next
    intercept = nextIntercept
  }
  return { intercept, weights }
}

function slopeAt(examples: readonly Example[], model: Model): { intercept: number; weights: number[] } {
  const weights = model.weights.map(() => 0)
  let intercept = 0
  for (const { features, asked } of examples) {
    const error = chance(scoreOf(model, features)) - Number(asked)
    intercept += error
    for (const [index, value] of features) weights[index] = (weights[index] ?? 0) + error * value
  }
  return { intercept, weights }
}

/** Area under the curve: how often a text that drew a question scores above one that did not; a tie counts half. */
export function auc(scores: readonly number[], asked: readonly boolean[]): number {
  const order = scores.map((score, index) => ({ score, asked: asked[index] === true })).toSorted((a, b) => a.score - b.score)
  let rankSum = 0
  for (let from = 0; from < order.length;) {
    let to = from
    while (to < order.length && order[to]?.score === order[from]?.score) to += 1
    for (let at = from; at < to; at += 1) if (order[at]?.asked) rankSum += (from + to + 1) / 2
    from = to
  }
  const positives = order.filter((one) => one.asked).length
  return (rankSum - positives * (positives + 1) / 2) / (positives * (order.length - positives))
}

/** Numbers from 0 to 1 that are the same on every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export type Estimate = { readonly auc: number; readonly low: number; readonly high: number }
/** Scores texts that were not learned from. */
export type Learner = (seen: readonly number[]) => (index: number) => number

const REPEATS = 20
const FOLDS = 5
const RESAMPLES = 2000
const INTERVAL = [0.025, 0.975] as const

/**
 * Repeated, stratified cross-validation: everything that is learned is learned inside the folds. The interval is that
 * of drawing other texts (bootstrap, 95 %); it does not cover other communities.
 */
export function crossValidate(asked: readonly boolean[], learner: Learner): Estimate {
  const chanceOf = seeded(7)
  const sums = asked.map(() => 0)
  let total = 0
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const scores = outOfFold(asked, learner, foldsOf(asked, chanceOf))
    total += auc(scores, asked)
    for (const [index, score] of scores.entries()) sums[index] = (sums[index] ?? 0) + score
  }
  return { auc: total / REPEATS, ...intervalOf(sums, asked) }
}

function outOfFold(asked: readonly boolean[], learner: Learner, folds: readonly number[]): number[] {
  const scores = asked.map(() => 0)
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const score = learner(folds.flatMap((of, index) => of === fold ? [] : [index]))
    for (const [index, of] of folds.entries()) if (of === fold) scores[index] = score(index)
  }
  return scores
}

function foldsOf(asked: readonly boolean[], next: () => number): number[] {
  const folds = asked.map(() => 0)
  for (const label of [true, false]) {
    const shuffled = asked.flatMap((one, index) => one === label ? [{ index, at: next() }] : []).toSorted((a, b) => a.at - b.at)
    for (const [at, { index }] of shuffled.entries()) folds[index] = at % FOLDS
  }
  return folds
}

export function intervalOf(scores: readonly number[], asked: readonly boolean[]): { low: number; high: number } {
  const next = seeded(11)
  const all = Array.from({ length: RESAMPLES }, () => {
    const drawn = scores.map(() => Math.floor(next() * scores.length))
    return auc(drawn.map((index) => scores[index] ?? 0), drawn.map((index) => asked[index] === true))
  }).toSorted((a, b) => a - b)
  const [low = 0, high = 0] = INTERVAL.map((share) => all[Math.floor(share * all.length)] ?? 0)
  return { low, high }
}
