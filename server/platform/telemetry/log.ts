import { pino } from 'pino'
import type { DestinationStream, Logger } from 'pino'

/** The address is all that a start says on its standard output; everything else is a log. */
const STDERR = 2
/** Longest text of an error that is kept. Unit: characters. */
const MESSAGE_MAX = 400
/** How many lines of a stack say where it happened. */
const FRAMES = 12

/** Whatever is called so is kept out, wherever it stands in what is logged. */
const NAMES = ['authorization', 'cookie', 'password', 'token', 'secret', 'body', 'headers', 'email', 'address', 'url', 'query', 'input', 'text', 'subject']

/** JSON in lines, without secrets and without people's words: `err` is cut down to what finds the fault. */
export function openLog(level: string, to: DestinationStream = pino.destination(STDERR)): Logger {
  return pino({
    level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorForLog },
    redact: { paths: [...NAMES, ...NAMES.map((name) => `*.${name}`)], censor: '[kept out]' },
  }, to)
}

type Logged = { type: string; message: string; code?: string; table?: string; constraint?: string; stack?: string[]; cause?: Logged }

/** Class 42 of PostgreSQL is about statements, which hold no values; everything else may repeat what people sent. */
const isAboutStatements = (code: unknown): boolean => typeof code === 'string' && /^42[0-9A-Z]{3}$/.test(code)

/** An error as the log keeps it: kind, code, where, and its words without what stood in quotes, addresses and tokens. */
export function errorForLog(error: unknown): Logged {
  if (!(error instanceof Error)) return { type: typeof error, message: '' }
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown }
  return {
    type: error.name, message: wordsOf(error.message, isAboutStatements(code)),
    ...(typeof code === 'string' && { code }), ...(typeof table === 'string' && { table }), ...(typeof constraint === 'string' && { constraint }),
    ...(error.stack !== undefined && { stack: error.stack.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, FRAMES).map((line) => line.trim()) }),
    ...(error.cause !== undefined && error.cause !== null && { cause: errorForLog(error.cause) }),
  }
}

function wordsOf(message: string, plain: boolean): string {
  const safe = message.replaceAll(/\b(?:lh_[a-z]_|whsec_|sk-|Bearer\s+)[\w.~+/=-]+/g, '[secret]').replaceAll(/(?<![\w.+%-])[\w.+%-]+@[\w.-]+/g, '[address]').replaceAll(/\b([a-z][a-z+]*:\/\/)[^\s"']+/gi, '$1[…]')
  const quoted = plain ? safe : safe.replaceAll(/"[^"]*"|'[^']*'|“[^“”]*”|`[^`]*`|\([^()]*\)=\(.*/gs, '[…]')
  return quoted.slice(0, MESSAGE_MAX)
}
