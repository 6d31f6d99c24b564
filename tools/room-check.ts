import { dirname } from 'node:path'
import { cyclesIn, graphOf } from './rooms/cycles.ts'
import { importsBelow, isOurs, type Import } from './rooms/imports.ts'
import { isTestFile, wrongWith } from './rooms/rules.ts'

/** Everything that is wrong with the imports below a root, one sentence each. */
function findings(root: string): string[] {
  const imports = importsBelow(root)
  const wrong = imports.flatMap((one) => {
    const why = wrongWith(one)
    return why === undefined ? [] : [`${one.from} imports ${one.to}. ${why}`]
  })
  const running = imports.filter((one) => !one.typeOnly && isOurs(one.to) && !isTestFile(one.from))
  const files = cyclesIn(graphOf(running.map(({ from, to }) => [from, to] as const)))
  const features = cyclesIn(graphOf(running.flatMap(betweenFeatures)))
  return [...wrong, ...[...files, ...features].map((cycle) => `In a circle: ${cycle.join(' → ')}.`)]
}

/** An import of one server feature from another, as an edge between the two folders. */
function betweenFeatures({ from, to }: Import): [string, string][] {
  const folders = [from, to].map((path) => /^server\/[^/]+(?=\/)/.exec(path)?.[0])
  const [source, target] = folders
  if (source === undefined || target === undefined || source === target) return []
  return source === 'server/platform' || target === 'server/platform' ? [] : [[source, target]]
}

const root = process.argv[2] ?? dirname(import.meta.dirname)
const found = findings(root)
for (const sentence of found) console.log(sentence)
process.exitCode = found.length > 0 ? 1 : 0
