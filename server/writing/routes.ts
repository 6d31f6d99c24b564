import * as contract from '#contract/writing.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { viewChecked } from './views.ts'

/** Looks at a text before it is sent. */
export const writing: Feature = { name: 'writing', routes: [on(contract.checkWriting, viewChecked)] }
