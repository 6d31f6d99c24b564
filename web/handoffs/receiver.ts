import type { Receiver } from '#contract/handoffs.ts'

/** A receiver as one string, for pickers and drafts: `shift`, `person:<id>`, `role:<id>`. */
export type ReceiverKey = string

/** Reads a key; undefined when it names nobody. */
export function receiverOf(key: ReceiverKey | null): Receiver | undefined {
  const [kind, id] = (key ?? '').split(':')
  if (kind === 'shift') return { kind }
  if (!id) return undefined
  if (kind === 'person') return { kind, personId: id }
  return kind === 'role' ? { kind, roleId: id } : undefined
}

/** The receiver as the preview asks for it. */
export function previewInput(key: ReceiverKey): { kind: Receiver['kind'], id?: string } | undefined {
  const receiver = receiverOf(key)
  if (!receiver) return undefined
  if (receiver.kind === 'shift') return { kind: 'shift' }
  return { kind: receiver.kind, id: receiver.kind === 'person' ? receiver.personId : receiver.roleId }
}
