import * as contract from '#contract/spaces.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { addTo, archive, create, edit, join, leave, removeFrom } from './commands.ts'
import { viewSpace, viewSpaces } from './views.ts'

/** Where people write: open or private, with a purpose and a noise level. */
export const spaces: Feature = {
  name: 'spaces',
  routes: [
    on(contract.listSpaces, (act) => viewSpaces(act)), on(contract.readSpace, (act, { id }) => viewSpace(act, id)),
    on(contract.createSpace, create), on(contract.editSpace, edit), on(contract.joinSpace, join), on(contract.leaveSpace, leave),
    on(contract.addSpaceMember, addTo), on(contract.removeSpaceMember, removeFrom), on(contract.archiveSpace, archive),
  ],
  webhooks: { 'space.created': 'space.created', 'space.changed': 'space.changed', 'space.joined': 'space.joined', 'space.left': 'space.left' },
}
