import * as contract from '#contract/exports.ts'
import { on } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { takeEntries } from './take-entries.ts'
import { takeWorkspace } from './take-workspace.ts'
import { viewExport } from './views.ts'

/** The way out, and back in: everything that somebody may see as files, and an export into an empty workspace. */
export const exports: Feature = {
  name: 'exports',
  routes: [on(contract.exportFiles, viewExport), on(contract.takeWorkspace, takeWorkspace), on(contract.takeEntries, takeEntries)],
}
