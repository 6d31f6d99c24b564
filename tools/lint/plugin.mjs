/**
 * The lock on clock and chance: time is passed in as `now`, and so is whatever is random. Rules that
 * ask the machine can not be tested at a chosen moment.
 */

/** What may not be taken from a global, whichever way it is written. */
const FORBIDDEN = {
  Date: { now: 'Date.now' },
  Temporal: { Now: 'Temporal.Now' },
  Math: { random: 'Math.random' },
}
const ADVICE = 'asks the machine. Take `now` (or the random value) as an argument; server/platform/clock.ts is the only place that asks.'

const nameOf = (node) => {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'Literal') return node.value
  return undefined
}

/** `Date`, and also `globalThis.Date`. */
const globalOf = (node) => {
  if (node.type === 'Identifier') return node.name
  const onGlobal = node.type === 'MemberExpression' && node.object.type === 'Identifier' && node.object.name === 'globalThis'
  return onGlobal ? nameOf(node.property) : undefined
}

const forbiddenIn = (object, property) => FORBIDDEN[globalOf(object)]?.[nameOf(property)]

const noClockOrChance = {
  meta: { type: 'problem', docs: { description: 'Time and chance are passed in.' } },
  create(context) {
    const report = (node, what) => context.report({ node, message: `${what} ${ADVICE}` })
    const withoutArguments = (node) => {
      if (globalOf(node.callee) === 'Date' && node.arguments.length === 0) report(node, 'Date without an argument')
    }
    return {
      MemberExpression(node) {
        const what = forbiddenIn(node.object, node.property)
        if (what) report(node, what)
      },
      VariableDeclarator(node) {
        if (node.id.type !== 'ObjectPattern' || !node.init) return
        for (const property of node.id.properties) {
          const what = property.type === 'Property' ? forbiddenIn(node.init, property.key) : undefined
          if (what) report(property, what)
        }
      },
      NewExpression: withoutArguments,
      CallExpression: withoutArguments,
    }
  },
}

// oxlint loads a plugin by its default export.
// oxlint-disable-next-line import/no-default-export
export default { meta: { name: 'longhand' }, rules: { 'no-clock-or-chance': noClockOrChance } }
