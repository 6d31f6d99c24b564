import { z } from 'zod'
import { SignedIn } from './access.ts'
import { operation } from './operation.ts'
import { DateText, Id, InstantText, page, pageInput } from './shapes.ts'

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

const Delivery = z.object({ at: InstantText, name: z.string(), zone: z.string(), number: z.number(), title: z.string(), what: z.string().describe('“A reply”, “an answer”.'), urgent: z.boolean(), why: z.string() })

/** Of invented people alone: nobody's week is shown to somebody else in a real workspace. */
export const readWeek = operation({
  name: 'demo.week', method: 'GET', path: '/demo/week', needs: 'attention:read',
  does: 'Shows what reached each person of the demo team in seven days, and why then; there is none for a real workspace.', input: z.object({ from: DateText.optional() }),
  output: z.object({
    from: InstantText, until: InstantText, texts: z.number(), asks: z.object({ asked: z.number(), answered: z.number(), inTime: z.number(), open: z.number() }),
    people: z.array(z.object({
      id: Id, name: z.string(), zone: z.string(), interruptions: z.number().describe('Deliveries that were not urgent and fell into focus or outside working time: zero, or a fault.'), urgent: z.number(), batches: z.number(),
      items: z.number(), digests: z.number(), readMeanwhile: z.number(), withdrawn: z.number(), waiting: z.number(),
    })),
    deliveries: z.array(Delivery)
      .describe('Some of each person, spread over the days, with the reason of each; in spaces that you may see.'),
  }), refuses: ['not_found'],
})
export const readWeekDeliveries = operation({
  name: 'demo.deliveries', method: 'GET', path: '/demo/week/deliveries', needs: 'attention:read', does: 'Shows each delivery to one person of the demo team in seven days, oldest first, and why it came then.',
  input: z.object({ ...pageInput, personId: Id, from: DateText.optional() }), output: page(Delivery), refuses: ['not_found'],
})
