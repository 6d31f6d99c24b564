import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApi } from '#contract/openapi.ts'

const file = join(import.meta.dirname, '../contract/contract.snapshot.json')
writeFileSync(file, `${JSON.stringify(openApi(), null, 1)}\n`)
process.stdout.write('Wrote contract/contract.snapshot.json. Read its diff: what left or changed there breaks somebody’s client.\n')
