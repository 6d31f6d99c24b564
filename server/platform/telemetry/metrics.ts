import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Of this process: everything that is counted in it, whoever asks. */
const registry = new Registry()
const registers = [registry]

/** From a read in memory to a request that waits for a lock. Unit: seconds. */
const REQUEST_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
/** From on time to an outage of an hour. Unit: seconds. */
const LATE_BUCKETS = [0.5, 1, 2, 5, 15, 60, 300, 900, 3600]
/** How finely the event loop is watched. Unit: ms. */
const LOOP_RESOLUTION_MS = 20
const NS_PER_S = 1e9

const requests = new Histogram({ name: 'longhand_request_seconds', help: 'Time of each request, by operation of the contract (or route) and status.', labelNames: ['operation', 'status'], buckets: REQUEST_BUCKETS, registers })
const deliveries = new Counter({ name: 'longhand_deliveries_total', help: 'Tries to send a message, by channel and outcome.', labelNames: ['channel', 'outcome'], registers })
const late = new Histogram({ name: 'longhand_timer_late_seconds', help: 'How long after its moment a timer ran.', labelNames: ['kind'], buckets: LATE_BUCKETS, registers })
const timerFailures = new Counter({ name: 'longhand_timer_failures_total', help: 'Timers that failed and were put off.', labelNames: ['kind'], registers })
const streams = new Gauge({ name: 'longhand_streams_open', help: 'Open pages that are told of news.', registers })
const waiting = new Gauge({ name: 'longhand_deliveries_waiting', help: 'Messages that have not left yet.', labelNames: ['channel'], registers })
const due = new Gauge({ name: 'longhand_timers_due', help: 'Timers whose moment has come.', registers })
const failing = new Gauge({ name: 'longhand_timers_failing', help: 'Timers that failed and will be tried again.', registers })
const pool = new Gauge({ name: 'longhand_pool_connections', help: 'Connections to the database.', labelNames: ['state'], registers })
const loop = new Gauge({ name: 'longhand_event_loop_lag_seconds', help: 'How late the event loop was since the last reading.', labelNames: ['quantile'], registers })
const memory = new Gauge({ name: 'process_resident_memory_bytes', help: 'Resident memory size in bytes.', registers })
const heap = new Gauge({ name: 'longhand_heap_bytes', help: 'Memory of JavaScript that is in use.', registers })
const processor = new Gauge({ name: 'process_cpu_seconds_total', help: 'Processor time since the start.', registers })

export const countRequest = (operation: string, status: number, seconds: number): void => { requests.observe({ operation, status }, seconds) }
export const countDelivery = (channel: string, outcome: string): void => { deliveries.inc({ channel, outcome }) }
export const countTimer = (kind: string, lateS: number): void => { late.observe({ kind }, Math.max(0, lateS)) }
export const countTimerFailure = (kind: string): void => { timerFailures.inc({ kind }) }
export const countStream = (change: 1 | -1): void => { streams.inc(change) }

let watch: ReturnType<typeof monitorEventLoopDelay> | null = null

export type Reading = {
  waiting: ReadonlyMap<string, number>; timersDue: number; timersFailing: number
  /** Of the pool: those there are, those nobody uses, and requests that wait for one. */
  pool: { total: number; idle: number; waiting: number } | null
}

/** The figures of this process as Prometheus reads them. The event loop is watched from the first reading on. */
export async function metricsText(reading: Reading): Promise<string> {
  waiting.reset()
  for (const [channel, count] of reading.waiting) waiting.set({ channel }, count)
  due.set(reading.timersDue)
  failing.set(reading.timersFailing)
  if (reading.pool) for (const [state, count] of Object.entries(reading.pool)) pool.set({ state }, count)
  readLoop()
  const { rss, heapUsed } = process.memoryUsage()
  memory.set(rss)
  heap.set(heapUsed)
  const { user, system } = process.cpuUsage()
  processor.set((user + system) / 1e6)
  return registry.metrics()
}

function readLoop(): void {
  if (watch === null) {
    watch = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS })
    watch.enable()
  }
  for (const quantile of [50, 99]) loop.set({ quantile: String(quantile / 100) }, watch.percentile(quantile) / NS_PER_S)
  loop.set({ quantile: '1' }, watch.max / NS_PER_S)
  watch.reset()
}

export const METRICS_TYPE = registry.contentType
/** The names of all metrics, for dashboards and their test. */
export const metricNames = (): string[] => registry.getMetricsAsArray().map(({ name }) => name)
