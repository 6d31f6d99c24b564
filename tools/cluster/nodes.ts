import { chownSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Machine } from './network.ts'
import { run, start, until } from './processes.ts'
import type { Running } from './processes.ts'

const ETCD = 2379
const ETCD_PEERS = 2380
export const PATRONI = 8008
export const POSTGRES = 5432
const BIN = '/usr/lib/postgresql/15/bin'

/**
 * How soon a primary that is gone is found out. The leader's key in etcd lives for `ttl`; Patroni renews it every `loop_wait`
 * and gives up after `retry_timeout`, and loop_wait + 2 × retry_timeout must not exceed ttl. Patroni's own values (30, 10, 10)
 * take up to 40 s, more than the 30 s that are promised. Unit: s.
 */
const TIMES = { ttl: 15, loop_wait: 3, retry_timeout: 5 }
/** How long three machines may take to become a cluster on a busy machine. Unit: ms. */
const READY_MS = 180_000

export type Node = Machine & { etcd: Running; patroni: Running }
export type User = { uid: number; gid: number }

/** PostgreSQL refuses to run as root. */
export function postgresUser(): User {
  const [uid, gid] = [run(['id', '-u', 'postgres']), run(['id', '-g', 'postgres'])].map(Number)
  return { uid: uid ?? 0, gid: gid ?? 0 }
}

const inside = ({ space }: Machine, command: readonly string[]): string[] =>
  ['ip', 'netns', 'exec', space, 'setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', ...command]

/** Starts etcd on all machines, then Patroni, and waits for a primary with a synchronous standby. */
export async function startNodes(machines: readonly Machine[], folder: string): Promise<Node[]> {
  const user = postgresUser()
  for (const { name } of machines) {
    mkdirSync(join(folder, name), { mode: 0o700 })
    chownSync(join(folder, name), user.uid, user.gid)
  }
  const etcds = machines.map((machine) => startEtcd(machine, machines, folder))
  await until('etcd has a leader', async () => (await fetch(`http://${machines[0]?.address}:${ETCD}/health`)).ok, READY_MS)
  const nodes = machines.map((machine, index): Node => {
    const etcd = etcds[index]
    if (!etcd) throw new Error('Each machine has its etcd.')
    return { ...machine, etcd, patroni: startPatroni(machine, machines, folder) }
  })
  await whole(nodes)
  return nodes
}

function startEtcd(machine: Machine, machines: readonly Machine[], folder: string, state = 'new'): Running {
  const { name, address } = machine
  const own = (port: number) => `http://${address}:${port}`
  return start({ name: `etcd ${name}`, log: join(folder, `etcd-${name}.log`), command: inside(machine, ['etcd', '--name', name, '--data-dir', join(folder, name, 'etcd'),
    '--listen-client-urls', own(ETCD), '--advertise-client-urls', own(ETCD), '--listen-peer-urls', own(ETCD_PEERS), '--initial-advertise-peer-urls', own(ETCD_PEERS),
    '--initial-cluster', machines.map((one) => `${one.name}=http://${one.address}:${ETCD_PEERS}`).join(','), '--initial-cluster-state', state, '--heartbeat-interval', '300', '--election-timeout', '3000']) })
}

function startPatroni(machine: Machine, machines: readonly Machine[], folder: string): Running {
  const file = join(folder, `patroni-${machine.name}.json`)
  writeFileSync(file, JSON.stringify(settingsOf(machine, machines, join(folder, machine.name)), null, 2))
  return start({ name: `patroni ${machine.name}`, log: join(folder, `patroni-${machine.name}.log`), command: inside(machine, ['patroni', file]) })
}

/** As Patroni reads it; JSON is YAML. */
function settingsOf({ name, address }: Machine, machines: readonly Machine[], folder: string): object {
  const parameters = {
    max_connections: 200, shared_buffers: '128MB', wal_level: 'replica', hot_standby: 'on', max_wal_senders: 10, max_replication_slots: 10, wal_keep_size: '256MB',
    random_page_cost: 1.1, jit: 'off', timezone: 'UTC', tcp_user_timeout: 5000, wal_receiver_timeout: '10s', wal_sender_timeout: '10s',
  }
  return {
    scope: 'longhand', name, restapi: { listen: `${address}:${PATRONI}`, connect_address: `${address}:${PATRONI}` },
    etcd3: { hosts: machines.map((one) => `${one.address}:${ETCD}`) },
    bootstrap: {
      dcs: { ...TIMES, maximum_lag_on_failover: 1_048_576, synchronous_mode: true, primary_start_timeout: 0, master_start_timeout: 0, postgresql: { use_pg_rewind: true, use_slots: true, parameters } },
      initdb: [{ encoding: 'UTF8' }, { locale: 'C.UTF-8' }, 'data-checksums'],
    },
    postgresql: {
      listen: `${address}:${POSTGRES}`, connect_address: `${address}:${POSTGRES}`, data_dir: join(folder, 'data'), bin_dir: BIN, pgpass: join(folder, 'pgpass'),
      authentication: { superuser: { username: 'postgres' }, replication: { username: 'replicator' }, rewind: { username: 'postgres' } },
      parameters: { unix_socket_directories: folder },
      pg_hba: ['local all all trust', 'host all all 10.77.0.0/24 trust', 'host replication all 10.77.0.0/24 trust'],
    },
  }
}

type Member = { name: string; role: string; state: string; lag?: number | string; timeline?: number }

/** The members as the first machine that answers sees them. */
async function membersOf(machines: readonly Machine[]): Promise<Member[]> {
  const seen = machines.map(async ({ address }) => (await (await fetch(`http://${address}:${PATRONI}/cluster`, { signal: AbortSignal.timeout(2000) })).json() as { members: Member[] }).members)
  return Promise.any(seen)
}

export async function primaryOf<M extends Machine>(machines: readonly M[]): Promise<M> {
  const checked = machines.map(async (machine) => {
    if (!(await fetch(`http://${machine.address}:${PATRONI}/primary`, { signal: AbortSignal.timeout(2000) })).ok) throw new Error('not this one')
    return machine
  })
  return Promise.any(checked)
}

/** Ends a machine as when its plug is pulled: PostgreSQL with all its processes, Patroni and etcd, at once. */
export function pullPlug({ space }: Machine): void {
  for (const pid of run(['ip', 'netns', 'pids', space]).split('\n').filter(Boolean)) {
    try { process.kill(Number(pid), 'SIGKILL') } catch (error) { if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error }
  }
}

/** Switches a machine on again, with what is on its disk. */
export function switchOn(node: Node, nodes: readonly Node[], folder: string): void {
  node.etcd = startEtcd(node, nodes, folder, 'existing')
  node.patroni = startPatroni(node, nodes, folder)
}

/** Waits until every machine follows the primary again and one of them synchronously. */
export const whole = (nodes: readonly Node[], asked = nodes): Promise<number> => until('every machine follows the primary', async () => {
  const members = await membersOf(asked)
  const leader = members.find(({ role }) => role === 'leader')
  return members.length === nodes.length && members.every((one) => one === leader || typeof one.lag === 'number' && one.timeline === leader?.timeline) && members.some(({ role }) => role === 'sync_standby')
}, READY_MS)
