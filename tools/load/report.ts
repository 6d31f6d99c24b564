import type { Figures, Load, Times } from './run.ts'

/** RELIABILITY, G17. Unit: ms, MB. */
const LIMITS = { p95: 150, p99: 400, seen: 1000, search: 300, memory: 600 }
/** Memory is flat when the second half of a run needs hardly more than the first. */
const FLAT = 1.1

type Around = Load & { entries: number; commit: string; date: string; before: number; cores: number }
const ms = (value: number): string => value.toFixed(0)
const verdict = (ok: boolean): string => ok ? 'ok' : '**over**'
const most = (values: readonly number[]): number => Math.max(0, ...values)

/** What ten times the load did. */
function overloadOf({ asked, turnedAway, answered, withoutRetryAfter, errors, aliveAfterMs }: Figures['overload'], rate: number): string {
  const share = (kind: 'read' | 'write') => `${(turnedAway[kind] / Math.max(1, asked[kind]) * 100).toFixed(0)} % of ${kind}s`
  return `${(rate * 10).toLocaleString('en')} requests a second, for half a minute at most: ${answered.toLocaleString('en')} were answered; ${share('write')} and ${share('read')} were turned away with 503, ${withoutRetryAfter} of them without Retry-After; ${errors.length} other errors (0: ${verdict(errors.length === 0)}). Writes go first: ${verdict(turnedAway.write * asked.read >= turnedAway.read * asked.write)}. Afterwards the server said in ${ms(aliveAfterMs)} ms that it is ready.`
}

/** The page that `npm run load` writes. */
export function partOf({ kinds, errors, seen, unseen, lostStreams, memory, cores, load, overload }: Figures, { minutes, streams, rate, entries, commit, date, before, cores: machine }: Around): string {
  const half = Math.ceil(memory.length / 2)
  const flat = memory.length > 1 && most(memory.slice(half)) <= FLAT * most(memory.slice(0, half))
  const [all, search] = kinds as [Times, Times]
  return [
    '# Load', '', `Written by \`npm run load\` on ${date}: Longhand ${commit}, ${machine} cores that the load itself and its open pages share, load average ${before.toFixed(1)} before and ${load.toFixed(1)} at the end.`,
    `${entries.toLocaleString('en')} entries and as many texts, ${streams.toLocaleString('en')} open event streams of as many people, ${rate} requests a second of which a tenth write, ${minutes} minutes. The development clock went on by a second each second.`, '',
    '| request | how many | p50 ms | p95 ms | p99 ms |', '| --- | --- | --- | --- | --- |', ...kinds.map((one) => `| ${one.name} | ${one.many.toLocaleString('en')} | ${ms(one.p50)} | ${ms(one.p95)} | ${ms(one.p99)} |`), '',
    '| promise | measured | |', '| --- | --- | --- |',
    `| p95 ≤ ${LIMITS.p95} ms | ${ms(all.p95)} ms | ${verdict(all.p95 <= LIMITS.p95)} |`, `| p99 ≤ ${LIMITS.p99} ms | ${ms(all.p99)} ms | ${verdict(all.p99 <= LIMITS.p99)} |`, `| no errors | ${errors.length} | ${verdict(errors.length === 0)} |`,
    `| a reply is told to the last open page p99 ≤ ${LIMITS.seen} ms after its answer | ${ms(seen.p99)} ms (p50 ${ms(seen.p50)} ms, ${unseen} of ${(seen.many + unseen).toLocaleString('en')} not within ten seconds) | ${verdict(seen.p99 <= LIMITS.seen && unseen === 0)} |`,
    `| search p95 ≤ ${LIMITS.search} ms | ${ms(search.p95)} ms | ${verdict(search.p95 <= LIMITS.search)} |`, `| streams stay open | ${lostStreams} broke | ${verdict(lostStreams === 0)} |`,
    `| memory of the server ≤ ${LIMITS.memory} MB | ${ms(most(memory))} MB | ${verdict(most(memory) <= LIMITS.memory)} |`, `| memory is flat | ${ms(most(memory.slice(0, half)))} MB in the first half, ${ms(most(memory.slice(half)))} MB in the second | ${verdict(flat)} |`, '',
    `The server used ${cores.server.toFixed(2)} cores and PostgreSQL ${cores.postgres.toFixed(2)}.`, '', overloadOf(overload, rate),
    ...[...new Set([...errors, ...overload.errors])].slice(0, 5).map((error) => `- ${error}`), '',
  ].join('\n')
}
