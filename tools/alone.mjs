import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Names the process that prepares this checkout; outside node_modules, which an install empties first. */
const MARK = '.longhand-preparing'
/** How often to look whether it has ended. Unit: ms. */
const LOOK_MS = 500

const rest = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_MS)

/** Who prepares it at this moment; NaN for one who has not signed yet, null where nobody does. */
function holderOf(mark) {
  try { return Number.parseInt(readFileSync(mark, 'utf8'), 10) } catch { return null }
}

function isAlive(pid) {
  try { process.kill(pid, 0); return true } catch (error) { return error.code === 'EPERM' }
}

function take(mark) {
  try { writeFileSync(mark, String(process.pid), { flag: 'wx' }); return true } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

/**
 * Does something to the checkout that two starts at once would do to each other's harm. Who comes second waits and is told so;
 * the mark of one that was killed is taken away.
 */
export function alone(root, say, work) {
  const mark = join(root, MARK)
  let told = false
  while (!take(mark)) {
    const holder = holderOf(mark)
    if (holder !== null && !Number.isNaN(holder) && !isAlive(holder)) rmSync(mark, { force: true })
    else {
      if (!told) say('Another start is preparing Longhand here; waiting until it has.')
      told = true
      rest()
    }
  }
  try { return work() } finally { rmSync(mark, { force: true }) }
}
