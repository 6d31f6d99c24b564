import * as contract from '#contract/search.ts'
import { EVERYBODY, row } from '#server/permissions/rows.ts'
import type { Row } from '#server/permissions/rows.ts'

export const permissionRows: readonly Row[] = [
  row(contract.search, 'of everything one sees', () => ({ q: 'batch' }), EVERYBODY),
  row(contract.search, 'of a private space by its name', () => ({ q: 'in:private batch' }), EVERYBODY),
]
