import { enterDemo, readDemo, readWeek, readWeekDeliveries } from '#contract/demo.ts'
import { anyone, NOBODY, OK, row } from '#server/permissions/rows.ts'
import type { Row } from '#server/permissions/rows.ts'

export const permissionRows: readonly Row[] = [
  anyone(readDemo, 'its people', () => ({}), OK),
  anyone(enterDemo, 'as its first reader', () => ({}), OK),
  row(readWeek, 'of a real workspace', () => ({}), NOBODY),
  row(readWeekDeliveries, 'of a real workspace', (world) => ({ personId: world.people.member }), NOBODY),
]
