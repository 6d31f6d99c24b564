import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What the tests take from the system, with its Debian package. Longhand itself needs neither. */
const NEEDED = [
  { file: '/usr/bin/chromium', package: 'chromium', what: 'Chromium, which runs the browser tests' },
  { file: '/usr/lib/postgresql/15/bin/postgres', package: 'postgresql-15', what: 'PostgreSQL 15, the oldest version that Longhand supports' },
]

/**
 * Installs missing system packages where that is possible: as root, on a machine with apt-get.
 * @returns sentences about what is still missing; empty when the tests have all they need
 */
export function ensureSystemPackages(say) {
  const missing = NEEDED.filter((need) => !existsSync(need.file))
  if (missing.length === 0) return []
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say(`Installing ${missing.map((need) => need.package).join(' and ')} from the system's packages.`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    apt('update')
    apt('install', '-y', '--no-install-recommends', ...missing.map((need) => need.package))
  }
  return NEEDED.filter((need) => !existsSync(need.file)).map((need) =>
    `${need.file} is missing: ${need.what}. Install the package ${need.package} (as root: apt-get install ${need.package}) and run the tests again.`)
}
