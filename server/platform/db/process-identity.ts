import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * Where the start time stands among the words after the program's name in /proc/<pid>/stat:
 * field 22 of proc(5), counted from field 3, which is the first after the closing bracket of the name.
 */
const START_TIME_FIELD = 19

/**
 * A text that names one process for good: process ids are given out again, start times with the
 * boot they belong to are not.
 *
 * @returns undefined when no such process is running (an ended one that nobody collected counts as ended)
 */
export function processIdentity(pid: number): string | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined
  return process.platform === 'linux' ? linuxIdentity(pid) : psIdentity(pid)
}

function linuxIdentity(pid: number): string | undefined {
  const stat = contentOf(`/proc/${pid}/stat`)
  if (stat === undefined) return undefined
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ended = fields[0] === 'Z' || fields[0] === 'X'
  if (ended) return undefined
  return `${contentOf('/proc/sys/kernel/random/boot_id')?.trim() ?? ''} ${fields[START_TIME_FIELD]}`
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** On systems without /proc. `ps` gives whole seconds, which is enough to tell a re-used id from the first one. */
function psIdentity(pid: number): string | undefined {
  try {
    const out = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).trim()
    const [state = '', ...started] = out.split(/\s+/)
    return out === '' || state.startsWith('Z') ? undefined : started.join(' ')
  } catch {
    return undefined
  }
}
