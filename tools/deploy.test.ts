import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { metricNames } from '#server/platform/telemetry/metrics.ts'
import { expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'

const root = join(import.meta.dirname, '..')
const text = (path: string) => readFileSync(join(root, path), 'utf8')
/** What the server reads, and what Node, PostgreSQL or the C library do. */
const KNOWN = new Set([...text('server/platform/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name = '']) => name).concat(['NODE_ENV', 'MALLOC_ARENA_MAX']))
const ROUTES = [...text('server/platform/http/health.ts').matchAll(/app\.get\('([^']+)'/g)].map(([, path = '']) => path)

type Node = { [key: string]: Node } & Node[] & string
const [dockerfile, unit, nginx, caddy] = ['deploy/Dockerfile', 'deploy/longhand.service', 'deploy/nginx.conf', 'deploy/Caddyfile'].map(text) as [string, string, string, string]
const compose = parse(text('deploy/compose.yaml')) as Node
const manifests = parseAllDocuments(text('deploy/kubernetes/longhand.yaml')).map((document) => document.toJS() as Node)
const secret = parse(text('deploy/kubernetes/secret.example.yaml')) as Node
const ofKind = (kind: string) => manifests.find((one) => one['kind'] === kind) as Node
const pod = ofKind('Deployment')['spec']?.['template']?.['spec'] as Node
const container = pod['containers']?.[0] as Node

test('every name in the environment is one that the server knows', () => {
  const named = [
    ...Object.keys(compose['services']?.['longhand']?.['environment'] ?? {}), ...Object.keys(secret['stringData'] ?? {}), ...((container['env'] ?? []) as Node[]).map(({ name }) => String(name)),
    ...[...unit.matchAll(/^Environment=(.*)$/gm)].flatMap(([, all = '']) => all.split(' ').map((one) => one.split('=')[0] ?? '')), ...[.../^ENV (.*)$/m.exec(dockerfile)?.[1]?.split(' ') ?? []].map((one) => one.split('=')[0] ?? ''),
  ]
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter((name) => !KNOWN.has(name))).toEqual([])
})

test('nothing runs as root, writes outside its folders, or gains rights', () => {
  const stage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))
  expect(stage).toMatch(/\nUSER 10001:10001\n/)
  expect(compose['services']?.['longhand']).toMatchObject({ user: '10001:10001', read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] })
  expect(pod['securityContext']).toMatchObject({ runAsNonRoot: true, runAsUser: 10_001, seccompProfile: { type: 'RuntimeDefault' } })
  expect(container['securityContext']).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } })
  for (const line of ['User=longhand', 'ProtectSystem=strict', 'NoNewPrivileges=yes', 'CapabilityBoundingSet=', 'StateDirectoryMode=0700']) expect(unit.split('\n')).toContain(line)
})

test('probes ask routes that there are, and stopping has longer than the server takes', () => {
  const probes = ['startupProbe', 'livenessProbe', 'readinessProbe'].map((name) => String(container[name]?.['httpGet']?.['path']))
  const asked = [...probes, ...[...dockerfile.matchAll(/\/health\/\w+/g)].map(([path]) => path), ...[...caddy.matchAll(/health_uri (\S+)/g)].map(([, path = '']) => path)]
  expect(asked.filter((path) => !ROUTES.includes(path))).toEqual([])
  const graceS = Number(/GRACE_MS = ([\d_]+)/.exec(text('server/main.ts'))?.[1]?.replace('_', '')) / 1000
  for (const given of [Number(pod['terminationGracePeriodSeconds']), Number(/TimeoutStopSec=(\d+)/.exec(unit)?.[1]), Number.parseInt(String(compose['services']?.['longhand']?.['stop_grace_period']), 10)]) expect(given).toBeGreaterThan(graceS)
})

test('what is copied and started is there', () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from = '']) => from.split(' '))
  expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([])
  for (const start of [dockerfile, unit]) expect(start).toContain('server/main.ts')
  expect(/File=file:\/srv\/longhand\/(\S+)|Documentation=file:\/srv\/longhand\/(\S+)/.exec(unit)?.slice(1).filter(Boolean).every((path) => existsSync(join(root, path)))).toBe(true)
})

test('the server runs with the same memory everywhere', () => {
  const { flags } = JSON.parse(text('server/node-options.json')) as { flags: string[] }
  expect(/^ExecStart=\S+ (.+) server\/main\.ts$/m.exec(unit)?.[1]?.split(' ')).toEqual(flags)
  expect((JSON.parse(/^ENTRYPOINT (.+)$/m.exec(dockerfile)?.[1] ?? '[]') as string[]).slice(1, -1)).toEqual(flags)
})

test('a disruption leaves one, labels meet, and ports are the same all the way', () => {
  expect(ofKind('PodDisruptionBudget')['spec']).toMatchObject({ minAvailable: 1, selector: { matchLabels: { app: 'longhand' } } })
  expect(ofKind('Service')['spec']).toMatchObject({ selector: { app: 'longhand' }, ports: [{ targetPort: 'http' }] })
  expect(container['ports']).toEqual([{ name: 'http', containerPort: 7400 }])
  expect(dockerfile).toContain('EXPOSE 7400')
})

test('proxies hold no stream back, take files, and show nobody the figures', () => {
  expect(nginx).toMatch(/location = \/api\/v1\/events \{[^}]*proxy_buffering off;/)
  expect(nginx).toMatch(/location = \/metrics \{ return 404; \}/)
  expect(caddy).toMatch(/flush_interval -1/)
  expect(caddy).toMatch(/@metrics path \/metrics/)
})

test('every query of the dashboard asks for a figure that there is', () => {
  const dashboard = JSON.parse(text('deploy/grafana-dashboard.json')) as { panels: { targets: { expr: string }[] }[] }
  const asked = dashboard.panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => [...expr.matchAll(/\b(?:longhand|process)_\w+/g)].map(([name]) => name)))
  const there = new Set(metricNames().flatMap((name) => [name, `${name}_bucket`, `${name}_count`, `${name}_sum`]))
  expect(asked.length).toBeGreaterThan(12)
  expect(asked.filter((name) => !there.has(name))).toEqual([])
})

/** They install the parts anew and start servers, which takes minutes: `npm run reliability -- G19`. Unit: ms. */
const WALK_MS = 900_000

if (process.env['LONGHAND_LONG'] !== undefined) {
  const run = promisify(execFile)
  const script = (name: string) => run(process.execPath, [join(import.meta.dirname, name)])

  test('what the image does works without a container', async () => {
    expect((await script('deploy-check.ts')).stderr).toContain('What the image does works.')
  }, WALK_MS)

  test('the commands of the guides do what they say', async () => {
    const { stderr } = await script('walk-guides.ts')
    expect(stderr).toContain('walked deploy')
    expect(stderr).not.toContain('FAILED')
  }, WALK_MS)
}
