import { enterDemo, readDemo, readWeek, readWeekDeliveries } from '#contract/demo.ts'
import { anyone, NOBODY, OK, row } from '#server/permissions/rows.ts'
import type { Row } from '#server/permissions/rows.ts'
import { otherWorkspace } from '#server/permissions/world.ts'
import type { World } from '#server/permissions/world.ts'

/** The month of the real demo takes long to tell (`machine-time.journey.test.ts` does, through this route); for entering it, a demo is a workspace that says so. */
const DEMO_WORKSPACE = '00000000-0000-7000-8000-00000000de30'

async function aDemo({ app }: World): Promise<Record<string, never>> {
  const known = await app.app.platform.db.selectFrom('workspace').select('id').where('demo', '=', true).executeTakeFirst()
  if (!known) await otherWorkspace(app, DEMO_WORKSPACE, { name: 'Harbour', person: 'Dee Demo', demo: true })
  return {}
}

export const permissionRows: readonly Row[] = [
  anyone(readDemo, 'its people', () => ({}), OK),
  anyone(enterDemo, 'as its first reader', aDemo, OK),
  row(readWeek, 'of a real workspace', () => ({}), NOBODY),
  row(readWeekDeliveries, 'of a real workspace', (world) => ({ personId: world.people.member }), NOBODY),
]
