import { listOutbox, sendAgain } from '#contract/outbox.ts'
import { MANAGERS, MANAGERS_EACH, row } from '#server/permissions/rows.ts'
import type { Row } from '#server/permissions/rows.ts'
import type { World } from '#server/permissions/world.ts'

const failedMail = (world: World) => world.app.asSystem(async (act) => {
  await act.send({ eventKey: `test:${act.newId()}`, personId: world.people.member, subject: 'x', body: { text: 'x', links: [] }, reason: 'x', at: act.now.add({ hours: 1 }) })
  const { id } = await act.tx.updateTable('delivery').set({ state: 'failed' }).where('workspace_id', '=', act.actor.workspaceId).where('state', '=', 'waiting')
    .where('subject', '=', 'x').returning('id').executeTakeFirstOrThrow()
  return id
})

export const permissionRows: readonly Row[] = [
  row(listOutbox, 'every mail', () => ({}), MANAGERS_EACH),
  row(sendAgain, 'a failed mail', async (world) => ({ id: await failedMail(world) }), MANAGERS),
]
