import { inputSchema } from '#contract/openapi-schemas.ts'
import { changes } from '#contract/operation.ts'
import type { AnyOperation } from '#contract/operation.ts'
import type { ActingPerson } from '../act.ts'
import type { Route } from '../http/on.ts'

/** An operation as a model is offered it. */
export type Tool = {
  name: string; title: string; description: string
  inputSchema: { type: 'object'; [key: string]: unknown }
  annotations: { title: string; readOnlyHint: boolean; destructiveHint: boolean; openWorldHint: boolean }
}

/** `wraps.post` → `wraps_post`: several clients take letters, digits, `_` and `-` only. */
export const toolName = ({ name }: Pick<AnyOperation, 'name'>): string => name.replaceAll('.', '_')

/** The operations marked as tools, by tool name. Each stands for its route, and adds nothing to it. */
export function toolRoutes(routes: readonly Route[]): ReadonlyMap<string, Route> {
  return new Map(routes.filter(({ operation }) => operation.tool).map((route) => [toolName(route.operation), route]))
}

/** What this caller may use; a tool whose scope the token lacks is not shown. */
export function toolsFor(actor: Pick<ActingPerson, 'scopes'>, routes: ReadonlyMap<string, Route>): Tool[] {
  return [...routes.values()].map((route) => route.operation)
    .filter(({ needs }) => needs === 'anyone' || actor.scopes.has(needs))
    .map(describe)
}

function describe(operation: AnyOperation): Tool {
  const title = operation.does.split(/[.:;,]/)[0] ?? ''
  return {
    name: toolName(operation), title, description: operation.does,
    inputSchema: { ...inputSchema(operation.input), type: 'object' },
    annotations: { title, readOnlyHint: !changes(operation), destructiveHint: operation.method === 'DELETE', openWorldHint: false },
  }
}
