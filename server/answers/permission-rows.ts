import * as contract from '#contract/answers.ts'
import { EVERYBODY, row } from '#server/permissions/rows.ts'
import type { Row } from '#server/permissions/rows.ts'

export const permissionRows: readonly Row[] = [
  row(contract.ask, 'of everything one sees', () => ({ q: 'what is the state of the batch' }), EVERYBODY),
  row(contract.ask, 'about somebody', () => ({ q: 'who works the most hours' }), EVERYBODY),
]
