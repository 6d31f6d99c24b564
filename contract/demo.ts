import { z } from 'zod'
import { SignedIn } from './access.ts'
import { operation } from './operation.ts'
import { Id } from './shapes.ts'

export const readDemo = operation({
  name: 'demo.read', method: 'GET', path: '/demo', needs: 'anyone',
  does: 'Lists the people of the demo team as whom one can look around; empty while there is no demo.', input: z.object({}),
  output: z.object({ people: z.array(z.object({ id: Id, name: z.string(), zone: z.string(), role: z.string() })) }),
})
export const enterDemo = operation({
  name: 'demo.enter', method: 'POST', path: '/demo', needs: 'anyone',
  does: 'Looks around the demo team as one of its people; makes the demo when there is none yet.',
  input: z.object({ as: Id.optional().describe('One of the demo’s people; its first reader unless given.') }), output: SignedIn, refuses: ['not_found', 'not_allowed'],
})
