/**
 * The routes of a running server as `METHOD /path/:*`, read from what the router itself prints, so that a route which
 * was added by any way is found. HEAD comes with each GET and is left out.
 */
export function runningRoutes(printed: string): string[] {
  const routes: string[] = []
  const above: string[] = []
  for (const line of printed.split('\n')) {
    const match = /^((?:[│ ] {3})*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/.exec(line)
    if (!match) continue
    const depth = (match[1] ?? '').length / 4
    above.length = depth
    above.push(match[2] ?? '')
    for (const method of match[3]?.split(', ') ?? []) if (method !== 'HEAD') routes.push(routeKey(method, above.join('')))
  }
  return routes.toSorted()
}

/** Names of parameters do not matter: `/invites/:id` and `/invites/:token` are one address. */
export const routeKey = (method: string, path: string): string => `${method} ${path.replace(/:\w+(\|:\w+)*/g, ':*')}`
