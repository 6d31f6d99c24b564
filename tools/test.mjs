import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './install.mjs'
import { ensureSystemPackages } from './system-packages.mjs'
import { PHASES } from './test-phases.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (line) => console.log(line)

/** Runs one phase; a phase that breaks counts as one failed check and the next one still runs. */
async function runPhase(phase) {
  say(`\n── ${phase.name}: ${phase.what}`)
  const started = performance.now()
  const counts = await safely(() => phase.run(root, say))
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  say(`   ${phase.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`)
  return { name: phase.name, ...counts }
}

async function safely(run) {
  try {
    return await run()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return { passed: 0, failed: 1 }
  }
}

function chosenPhases(names) {
  const unknown = names.filter((name) => !PHASES.some((phase) => phase.name === name))
  if (unknown.length > 0) {
    console.error(`There is no test phase called ${unknown.join(', ')}. The phases are: ${PHASES.map((phase) => phase.name).join(', ')}.`)
    process.exit(2)
  }
  return names.length === 0 ? PHASES : PHASES.filter((phase) => names.includes(phase.name))
}

function verdict(result) {
  if (result.failed > 0) return 'failed '
  return result.passed > 0 ? 'passed ' : 'nothing'
}

async function main() {
  const phases = chosenPhases(process.argv.slice(2))
  try {
    install(root, say)
  } catch (error) {
    say(error.message)
    say('0 passed, 1 failed')
    process.exit(1)
  }
  if (phases.some((phase) => phase.needsSystem)) ensureSystemPackages(say).forEach(say)
  const results = []
  for (const phase of phases) results.push(await runPhase(phase))
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  say('')
  for (const result of results) say(`${verdict(result)}  ${result.name}`)
  say(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}

await main()
