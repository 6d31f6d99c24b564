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

/**
 * The lock on the way out: one client checks where an address that somebody typed leads, and nothing else calls out.
 * Listening is no call, so servers may be made.
 */
const NETWORK = new Set(['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'undici'].flatMap((name) => [name, `node:${name}`]))
const LISTENS = new Set(['createServer', 'createSecureServer', 'isIP', 'isIPv4', 'isIPv6'])
const CALLS_OUT = new Set(['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'])
const WAY_OUT = 'calls out by itself. Take `fetchOutside` of server/platform/outbound.ts, which refuses private addresses.'

const oneOutboundClient = {
  meta: { type: 'problem', docs: { description: 'One client calls out.' } },
  create(context) {
    const report = (node, what) => context.report({ node, message: `${what} ${WAY_OUT}` })
    const network = (source) => source?.type === 'Literal' && NETWORK.has(source.value)
    return {
      ImportDeclaration(node) {
        if (node.importKind === 'type' || !(network(node.source) || node.source.value === 'web-push')) return
        for (const one of node.specifiers) {
          const listens = one.type === 'ImportSpecifier' && (one.importKind === 'type' || LISTENS.has(nameOf(one.imported)))
          if (network(node.source) && !listens) report(one, nameOf(one.local))
          else if (nameOf(one.imported ?? one.local) === 'sendNotification') report(one, 'sendNotification')
        }
      },
      ImportExpression(node) { if (network(node.source)) report(node, 'This import') },
      ExportNamedDeclaration(node) { if (network(node.source)) report(node, 'This export') },
      ExportAllDeclaration(node) { if (network(node.source)) report(node, 'This export') },
      CallExpression(node) {
        const loads = ['require', 'getBuiltinModule'].includes(nameOf(node.callee.type === 'MemberExpression' ? node.callee.property : node.callee))
        if (loads && network(node.arguments[0])) report(node, 'This module')
      },
      MemberExpression(node) {
        const name = nameOf(node.property)
        if (node.object.type === 'Identifier' && node.object.name === 'globalThis' && CALLS_OUT.has(name)) report(node, name)
        if (name === 'sendNotification') report(node, name)
      },
    }
  },
}

// oxlint loads a plugin by its default export.
// oxlint-disable-next-line import/no-default-export
export default { meta: { name: 'longhand' }, rules: { 'no-clock-or-chance': noClockOrChance, 'one-outbound-client': oneOutboundClient } }
