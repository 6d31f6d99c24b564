/**
 * Stands in for the schema library in the browser. The server checks every input and shapes every output by the
 * contract, so the page need not do it again; leaving the library out makes the first page 23 kB (gz) smaller.
 * Every builder gives itself back, and parsing gives what it was given. Types come from the real library.
 */
const PARSERS: Record<string, (value: unknown) => unknown> = {
  parse: (value) => value,
  safeParse: (value) => (typeof value === 'object' && value !== null ? { success: true, data: value } : { success: false }),
}

const trusting: unknown = new Proxy(() => {}, {
  get: (_target, name) => (typeof name === 'symbol' || name === 'then' ? undefined : PARSERS[name] ?? trusting),
  apply: () => trusting,
})

export { trusting as z }
