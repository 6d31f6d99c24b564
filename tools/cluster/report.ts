import { cpus, totalmem } from 'node:os'
import { figure } from '#tools/reliability/figures.test-kit.ts'
import { versionsOf } from './packages.ts'

type Row = { scene: string; what: string; value: number; unit: string; wanted: string; met: boolean; note: string }
type Judged = { unit?: string; wanted?: string; met?: boolean; note?: string }
export type Report = {
  /** Prints a figure and keeps it. What has no `wanted` is only told. */
  add(scene: string, what: string, value: number, judged?: Judged): void
  /** How many figures are not as they must be. */
  missed(): number
  page(took: string): string
}

export function newReport(): Report {
  const rows: Row[] = []
  return {
    add(scene, what, value, { unit = '', wanted = '', met = true, note = '' } = {}) {
      rows.push({ scene, what, value, unit, wanted, met, note })
      console.log(`${met ? ' ' : '✗'} ${scene}: ${what}: ${value}${unit && ` ${unit}`}${wanted && ` (wanted ${wanted})`}${note && ` – ${note}`}`)
      if (wanted !== '') figure({ gate: 'SCALE', what: `${scene}: ${what}`, value, wanted, met, ...(unit !== '' && { unit }), postgres: '15' })
    },
    missed: () => rows.filter(({ met }) => !met).length,
    page: (took) => pageOf(rows, took),
  }
}

const pageOf = (rows: readonly Row[], took: string): string => `# Several machines: figures

Written by \`npm run cluster\` (${took}) on ${cpus().length} cores and ${Math.round(totalmem() / 2 ** 30)} GB, which everything below shared. Three machines in network
namespaces, each with etcd, Patroni and PostgreSQL (synchronous standby); haproxy before PostgreSQL and before the app; pgbouncer
with transaction pooling; four processes of the app. Node ${process.versions.node}, ${versionsOf().join(', ')}.

Thirteen people read, search, reply and invite, each again 0.1 to 1 s after their last answer, so that a slow machine gets fewer requests. A request counts as failed when its answer is not 2xx, or there is none.

${[...new Set(rows.map(({ scene }) => scene))].map((scene) => `## ${scene}\n\n| what | measured | wanted | |\n|---|--:|---|---|\n${rows.filter((row) => row.scene === scene)
  .map(({ what, value, unit, wanted, met, note }) => `| ${what} | ${value}${unit && ` ${unit}`} | ${wanted} | ${wanted === '' ? '' : met ? 'met' : '**missed**'}${note && ` ${note}`} |`).join('\n')}`).join('\n\n')}
`
