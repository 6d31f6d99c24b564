import { readServerStatus } from '#contract/status.ts'
import { MANAGERS_EACH, row } from '#server/permissions/rows.ts'
import type { Row } from '#server/permissions/rows.ts'

export const permissionRows: readonly Row[] = [row(readServerStatus, 'how the server does', () => ({}), MANAGERS_EACH)]
