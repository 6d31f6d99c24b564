import { enterDemo, readDemo } from '#contract/demo.ts'
import { anyone, OK } from '#server/permissions/rows.ts'
import type { Row } from '#server/permissions/rows.ts'

export const permissionRows: readonly Row[] = [
  anyone(readDemo, 'its people', () => ({}), OK),
  anyone(enterDemo, 'as its first reader', () => ({}), OK),
]
