import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs, QueryResult, RootOperationNode, UnknownRow } from 'kysely'

/**
 * Gives the rows of every query that asks for no order in the opposite one. PostgreSQL gives them as they lie, which is the
 * same for months and another after a vacuum: whoever relies on it does something else in a life that is lived like this.
 */
export class UpsideDown implements KyselyPlugin {
  readonly #loose = new WeakSet<object>()

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    if (!asksForOrder(node)) this.#loose.add(queryId)
    return node
  }

  async transformResult({ result, queryId }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return this.#loose.has(queryId) ? { ...result, rows: result.rows.toReversed() } : result
  }
}

/** A query says it in its own clause, or somewhere in its words where it is written as SQL. */
function asksForOrder(node: RootOperationNode): boolean {
  if (node.kind === 'SelectQueryNode') return node.orderBy !== undefined
  return node.kind === 'RawNode' && /order by/i.test(JSON.stringify(node))
}
