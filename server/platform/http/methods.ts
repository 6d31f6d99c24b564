import { Refusal } from '#domain/refusal.ts'
import { said } from '#domain/words/said.ts'
import type { FastifyInstance } from 'fastify'

/** Something is at the address, and not for this method (RFC 9110, 15.5.6). */
export class WrongMethod extends Refusal {
  /** For the header `Allow`. */
  readonly allow: string
  constructor(method: string, taken: readonly string[]) {
    const allow = taken.join(', ')
    super('wrong_method', said`Nothing at this address takes ${method}.`, said`Ask with ${allow}; /api/v1/openapi.json says what each does.`)
    this.allow = allow
  }
}

/**
 * Learns every route that is added from now on.
 * @returns the methods that an address takes, in the order of the alphabet; none where there is nothing
 */
export function watchMethods(app: FastifyInstance): (path: string) => string[] {
  const routes = new Map<string, { pattern: URLPattern; methods: Set<string> }>()
  app.addHook('onRoute', ({ url, method }) => {
    // The files of the web are found by their names, and lie at no address of a pattern.
    if (url.includes('*')) return
    const route = routes.get(url) ?? { pattern: new URLPattern({ pathname: url }), methods: new Set() }
    for (const one of [method].flat()) route.methods.add(one)
    routes.set(url, route)
  })
  return (pathname) => [...new Set([...routes.values()].filter(({ pattern }) => pattern.test({ pathname })).flatMap(({ methods }) => [...methods]))].toSorted()
}
