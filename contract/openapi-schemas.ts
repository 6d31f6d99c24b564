import { z } from 'zod'
import { ROOMS } from './index.ts'

export type JsonSchema = {
  type?: string | string[]; description?: string; properties?: Record<string, JsonSchema>; required?: string[]; items?: JsonSchema
  anyOf?: JsonSchema[]; oneOf?: JsonSchema[]; enum?: unknown[]; const?: unknown; default?: unknown; examples?: unknown[]; format?: string; $ref?: string; $defs?: Record<string, JsonSchema>
  additionalProperties?: boolean | JsonSchema
}

/** Names of the views that rooms export: `BatonView`. */
function exportedNames(): Map<unknown, string> {
  return new Map(ROOMS.flatMap((room) => Object.entries(room))
    .filter(([name, value]) => /^[A-Z]/.test(name) && value instanceof z.ZodType).map(([name, value]) => [value, name]))
}

/** Descriptions as zod keeps them, with a name for each shape that is to stand on the shelf. */
class NamedShapes extends z.core.$ZodRegistry {
  readonly #names: ReadonlyMap<unknown, string>
  constructor(names: ReadonlyMap<unknown, string>) {
    super()
    this.#names = names
  }

  override get(schema: z.core.$ZodType) {
    const known = z.globalRegistry.get(schema)
    const id = this.#names.get(schema)
    return id === undefined ? known : { ...known, id }
  }
}

/** Shapes that several answers share, written once under `#/components/schemas`. */
export class SchemaShelf {
  readonly #names = exportedNames()
  readonly #kept = new Map<string, JsonSchema>()

  /** Gives a shape a place of its own. */
  keep(name: string, schema: z.ZodType): void {
    this.#names.set(schema, name)
    this.place(schema)
  }

  /** The schema of an answer: a reference where the shape has a name. */
  place(schema: z.ZodType): JsonSchema {
    const whole = z.toJSONSchema(z.object({ answer: schema }), { io: 'output', unrepresentable: 'any', metadata: new NamedShapes(this.#names) as never })
    const { $defs = {}, properties = {} } = toShelf(whole as JsonSchema)
    for (const [name, one] of Object.entries($defs)) this.#kept.set(name, one)
    return properties['answer'] ?? {}
  }

  schemas(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.#kept].sort(([a], [b]) => a < b ? -1 : 1))
  }
}

/** The schema of what a caller sends, with nothing left to look up elsewhere. The one shape that holds itself is "any JSON". */
export function inputSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, $defs: _loops, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return JSON.parse(JSON.stringify(rest), (_key, value: unknown) => isLoop(value) ? { description: 'Any JSON.' } : value) as JsonSchema
}

const isLoop = (value: unknown): boolean => typeof value === 'object' && value !== null && '$ref' in value && String(value.$ref).startsWith('#/$defs/__schema')

function toShelf(schema: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/$defs/', '"$ref":"#/components/schemas/')
  return JSON.parse(text, (key, value: unknown) => key === 'id' && typeof value === 'string' ? undefined : value) as JsonSchema
}
