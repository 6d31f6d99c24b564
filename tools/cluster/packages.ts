import { existsSync } from 'node:fs'
import { run } from './processes.ts'

/** What a cluster is made of, with its Debian package. */
const NEEDED = [
  { file: '/usr/lib/postgresql/15/bin/postgres', package: 'postgresql-15' }, { file: '/usr/bin/patroni', package: 'patroni' }, { file: '/usr/bin/etcd', package: 'etcd-server' },
  { file: '/usr/sbin/pgbouncer', package: 'pgbouncer' }, { file: '/usr/sbin/haproxy', package: 'haproxy' }, { file: '/usr/sbin/ip', package: 'iproute2' },
] as const

/**
 * Installs what is missing.
 * @throws where that is not possible: the cluster needs root, for network namespaces, and apt-get
 */
export function ensurePackages(): void {
  if (process.getuid?.() !== 0) throw new Error('The cluster makes network namespaces, for which it must be started as root.')
  const missing = NEEDED.filter(({ file }) => !existsSync(file)).map((need) => need.package)
  if (missing.length === 0) return
  console.log(`Installing ${missing.join(', ')} from the system's packages.`)
  process.env['DEBIAN_FRONTEND'] = 'noninteractive'
  run(['apt-get', '-qq', 'update'], { mayFail: true })
  run(['apt-get', '-qq', 'install', '-y', '--no-install-recommends', ...missing])
}

/** The versions of all parts, for the report. */
export function versionsOf(): string[] {
  return NEEDED.filter(({ package: name }) => name !== 'iproute2').map(({ package: name }) => `${name} ${run(['dpkg-query', '-W', '-f', '${Version}', name])}`)
}
