import { expect, test } from 'vitest'
import { firstSteps } from './first-steps.ts'
import type { Standing } from './first-steps.ts'

const NEW: Standing = { personId: 'ana', manages: true, hasHours: true, others: 0, spaces: 1, written: [] }
const done = (standing: Standing) => firstSteps(standing).map((step) => step.done)

test.each<[string, Standing, boolean[]]>([
  ['the first person after the set-up', NEW, [true, false, false, false, false]],
  ['after somebody was invited and a space was made', { ...NEW, others: 1, spaces: 2 }, [true, true, true, false, false]],
  ['after the first wrap and ask', { ...NEW, written: ['wrap', 'ask'] }, [true, false, false, true, true]],
  ['somebody who joined', { ...NEW, manages: false, hasHours: false }, [false, true, false, false]],
  ['a joiner who has done all of it', { ...NEW, manages: false, written: ['thread', 'wrap'] }, [true, true, true, true]],
])('%s', (_who, standing, ticked) => expect(done(standing)).toEqual(ticked))
