import * as contract from '#contract/search.ts'
import * as searches from '#contract/searches.ts'
import { EVERYBODY, MANAGERS_EACH, NOBODY, row } from '#server/permissions/rows.ts'
import type { Row } from '#server/permissions/rows.ts'
import type { World } from '#server/permissions/world.ts'
import { randomUUID } from 'node:crypto'

/** A search that the insider keeps, which is nobody else's. */
const kept = async (world: World) => ({ id: (await (await world.as('insider'))(searches.saveSearch, { name: `Batch ${randomUUID()}`, q: 'batch' })).id })
const THEIRS = { ...NOBODY, insider: 'ok' } as const

export const permissionRows: readonly Row[] = [
  row(contract.search, 'of everything one sees', () => ({ q: 'batch' }), EVERYBODY),
  row(contract.search, 'of a private space by its name', () => ({ q: 'in:private batch' }), EVERYBODY),
  row(searches.saveSearch, 'for oneself', () => ({ name: `Batch ${randomUUID()}`, q: 'batch' }), EVERYBODY),
  row(searches.listSearches, 'of oneself', () => ({}), EVERYBODY),
  row(searches.changeSearch, 'of the insider', async (world) => ({ ...await kept(world), digest: true }), THEIRS),
  row(searches.lookAtSearch, 'of the insider', kept, THEIRS),
  row(searches.dropSearch, 'of the insider', kept, THEIRS),
  row(searches.readLanguage, 'of the workspace', () => ({}), EVERYBODY),
  row(searches.setLanguage, 'of the workspace', () => ({ language: 'english' }), MANAGERS_EACH),
]
