import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWeb } from './build-web.mjs'
import { install, nodeOf, toolEnv } from './install.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (line) => console.error(line)
/**
 * How Node runs the server, for every way in which it is started. What lives shortly gets 8 MB for each half, and what stays 768 MB at most: V8
 * lets a heap grow to four times what lives in it where gigabytes are allowed, and to half as much again where less is. The C library keeps memory
 * for each thread apart, eight times the processors; two such parts are enough. ADR 0028 has what each of them saved.
 */
const { flags, env: ARENAS } = JSON.parse(readFileSync(join(root, 'server/node-options.json'), 'utf8'))
/** What Node made of our files stays for the next start, which then takes two thirds of the processor time. */
const MADE = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/longhand') }

/** A second start is refused before it touches what the first one runs on. */
function leaveWhenRunning() {
  if (!existsSync(nodeOf(root))) return
  const { status } = spawnSync(nodeOf(root), [join(root, 'tools/check-data.ts'), ...process.argv.slice(2)], { env: toolEnv(root), stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) process.exit(1)
}

/** Ctrl-C comes from the terminal and once more from npm, and a second one would cut the orderly end of the server short. Unit: ms. */
const ONE_PRESS_MS = 1000

/**
 * Runs the server on our Node and ends as it ends. It stands in a process group of its own, so that it is told to end by this
 * process alone, and once, however many ways a signal comes here.
 */
function serve() {
  const server = spawn(nodeOf(root), [...flags, join(root, 'server/main.ts'), ...process.argv.slice(2)], { env: { ...ARENAS, ...MADE, ...toolEnv(root) }, stdio: 'inherit', detached: true })
  let told = -Infinity
  const tell = (signal) => () => {
    const now = performance.now()
    if (now - told >= ONE_PRESS_MS) server.kill(signal)
    told = now
  }
  process.on('SIGTERM', tell('SIGTERM'))
  process.on('SIGHUP', tell('SIGTERM'))
  process.on('SIGINT', tell('SIGINT'))
  server.once('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

try {
  leaveWhenRunning()
  install(root, say)
  buildWeb(root, say)
  serve()
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
