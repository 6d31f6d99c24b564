import * as contract from '#contract/files.ts'
import { on, onFile } from '#server/platform/http/on.ts'
import type { Feature } from '#server/platform/http/on.ts'
import { deleteFile, restoreFile } from './commands.ts'
import { removeFile } from './timers.ts'
import { dropFile, expectFile, keepFile } from './upload.ts'
import { viewFile, viewSent } from './views.ts'

/** Files that texts show: sent once, read by whoever sees a text that uses them. */
export const files: Feature = {
  name: 'files',
  routes: [
    onFile(contract.uploadFile, { expect: expectFile, keep: keepFile, drop: dropFile }),
    on(contract.readFile, viewFile), on(contract.downloadFile, viewSent), on(contract.deleteFile, deleteFile), on(contract.restoreFile, restoreFile),
  ],
  timers: { 'file.remove': removeFile },
}
