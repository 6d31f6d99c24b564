import { chownSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Machine } from './network.ts'
import { PATRONI, POSTGRES, postgresUser } from './nodes.ts'
import { start } from './processes.ts'
import type { Running } from './processes.ts'

/** Ports of what stands before PostgreSQL and before the app; free on a machine that runs nothing of ours. */
export const PORTS = { primary: 17_432, replica: 17_433, pooler: 17_434, web: 17_400, firstApp: 17_401 }

const outage = JSON.stringify({ type: '/problems/unavailable', title: 'No server of ours answers at the moment.', status: 503, code: 'unavailable', next: 'Try again in a few seconds; nothing you sent was half-written.' })

/**
 * Before PostgreSQL: whoever Patroni says is primary, or a replica; who is not any more loses its connections. Before the app:
 * one after another, without the ones that are leaving; what could not even be sent goes to another one.
 */
const haproxy = (machines: readonly Machine[], apps: number, folder: string): string => `
global
  maxconn 4000
  stats socket ${folder}/haproxy.sock mode 600
  stats timeout 5s
defaults
  timeout connect 2s
  timeout client 1h
  timeout server 1h
  retries 3
${[['primary', PORTS.primary, 'primary'], ['replica', PORTS.replica, 'replica']].map(([name, port, check]) => `
listen ${name}
  mode tcp
  bind 127.0.0.1:${port}
  option httpchk GET /${check}
  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${machines.map((machine) => `  server ${machine.name} ${machine.address}:${POSTGRES} check port ${PATRONI}`).join('\n')}`).join('\n')}
listen web
  mode http
  bind 127.0.0.1:${PORTS.web}
  balance roundrobin
  option httpchk GET /health/accepting
  option redispatch 1
  retry-on conn-failure
  errorfile 503 ${folder}/503.http
  default-server inter 500ms fall 1 rise 1
${Array.from({ length: apps }, (_none, index) => `  server app${index + 1} 127.0.0.1:${PORTS.firstApp + index} check`).join('\n')}
`

/** `longhand` lends a connection for a transaction; `longhand_session` for as long as the client stays: LISTEN, migrations. */
const pgbouncer = (folder: string): string => `
[databases]
longhand = host=127.0.0.1 port=${PORTS.primary} dbname=longhand user=longhand pool_mode=transaction
longhand_session = host=127.0.0.1 port=${PORTS.primary} dbname=longhand user=longhand pool_mode=session pool_size=40
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${PORTS.pooler}
unix_socket_dir =
auth_type = any
logfile = ${folder}/pgbouncer.log
pidfile = ${folder}/pgbouncer.pid
max_client_conn = 1000
default_pool_size = 30
query_wait_timeout = 4
server_connect_timeout = 2
server_login_retry = 1
server_check_delay = 5
tcp_user_timeout = 4000
ignore_startup_parameters = extra_float_digits
`

export const pooledUrl = `postgres://longhand@127.0.0.1:${PORTS.pooler}/longhand`
export const sessionUrl = `postgres://longhand@127.0.0.1:${PORTS.pooler}/longhand_session`
export const replicaUrl = `postgres://longhand@127.0.0.1:${PORTS.replica}/longhand`

export function startProxy(machines: readonly Machine[], apps: number, folder: string): Running {
  writeFileSync(join(folder, '503.http'), `HTTP/1.1 503 Service Unavailable\r\ncontent-type: application/problem+json\r\nretry-after: 2\r\ncache-control: no-store\r\ncontent-length: ${outage.length}\r\n\r\n${outage}`)
  writeFileSync(join(folder, 'haproxy.cfg'), haproxy(machines, apps, folder))
  return start({ name: 'haproxy', log: join(folder, 'haproxy.log'), command: ['haproxy', '-db', '-f', join(folder, 'haproxy.cfg')] })
}

export function startPooler(folder: string): Running {
  const user = postgresUser()
  const own = join(folder, 'pooler')
  mkdirSync(own)
  chownSync(own, user.uid, user.gid)
  writeFileSync(join(own, 'pgbouncer.ini'), pgbouncer(own))
  return start({ name: 'pgbouncer', log: join(own, 'said.log'), user, command: ['pgbouncer', join(own, 'pgbouncer.ini')] })
}
