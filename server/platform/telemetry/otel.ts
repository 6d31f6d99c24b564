import type { Context, Span as OtelSpan, SpanContext } from '@opentelemetry/api'
import { longhandVersion } from '../doctor/version.ts'
import { traceWith } from './trace.ts'
import type { Begun, Span } from './trace.ts'

/** `00-<trace>-<span>-<flags>`; anything else is no traceparent (W3C Trace Context, 3.2). */
const TRACEPARENT = /^00-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/
const SERVICE = 'longhand'

/**
 * Starts traces when the environment says where they go, and loads OpenTelemetry only then. The address, headers, name of
 * the service and shares of traces are those of the standard: `OTEL_EXPORTER_OTLP_ENDPOINT`, `OTEL_EXPORTER_OTLP_HEADERS`,
 * `OTEL_SERVICE_NAME`, `OTEL_TRACES_SAMPLER`.
 * @returns how to send what is left, and stop
 */
export async function startTracing(environment: Record<string, string | undefined>): Promise<() => Promise<void>> {
  if (!environment['OTEL_EXPORTER_OTLP_ENDPOINT'] && !environment['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT']) return async () => undefined
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/api'), import('@opentelemetry/sdk-trace'), import('@opentelemetry/exporter-trace-otlp-http'), import('@opentelemetry/resources'),
  ])
  const { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } = api
  const resource = resourceFromAttributes({ 'service.name': environment['OTEL_SERVICE_NAME'] ?? SERVICE, 'service.version': longhandVersion() })
  const provider = new sdk.TracerProvider({ resource, spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter() })] })
  const tracer = provider.getTracer(SERVICE, longhandVersion())
  const KIND = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL } as const
  const kept = new WeakMap<Span, OtelSpan>()
  const around = (parent: Begun['parent']): Context => {
    if (parent === null) return ROOT_CONTEXT
    if (typeof parent !== 'string') return trace.setSpan(ROOT_CONTEXT, kept.get(parent) ?? trace.wrapSpanContext(contextOf(parent.traceparent) ?? NOWHERE))
    const remote = contextOf(parent)
    return remote === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, remote)
  }
  const stop = traceWith((name, { kind, attributes, parent, agoMs }) => {
    const span = tracer.startSpan(name, { kind: KIND[kind], attributes, ...(agoMs !== undefined && { startTime: performance.now() - agoMs }) }, around(parent))
    const { traceId, spanId, traceFlags } = span.spanContext()
    const ours: Span = {
      traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
      end: () => span.end(),
      fail: (kindOfError) => { span.setStatus({ code: SpanStatusCode.ERROR, message: kindOfError }) },
    }
    kept.set(ours, span)
    return ours
  })
  return async () => {
    stop()
    await provider.shutdown().catch(() => undefined)
  }
}

const NOWHERE: SpanContext = { traceId: '0'.repeat(32), spanId: '0'.repeat(16), traceFlags: 0 }

function contextOf(traceparent: string): SpanContext | null {
  const match = TRACEPARENT.exec(traceparent)
  if (!match) return null
  const [, traceId = '', spanId = '', flags = '00'] = match
  return /^0+$/.test(traceId) || /^0+$/.test(spanId) ? null : { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true }
}
