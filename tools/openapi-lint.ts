import { Validator } from '@seriousme/openapi-schema-validator'
import { lintOpenApi } from '#contract/openapi-lint.ts'
import { openApi } from '#contract/openapi.ts'

/** Prints what is wrong with the description of the API, one sentence each; ends 1 when there is something. */
const document = openApi()
const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)) as Record<string, unknown>)
const faults = [...lintOpenApi(document), ...(valid ? [] : [`It is no OpenAPI 3.1: ${JSON.stringify(errors)}`])]
for (const fault of faults) process.stderr.write(`${fault}\n`)
process.stdout.write(`${Object.keys(document.paths).length} paths described, ${faults.length} faults.\n`)
process.exitCode = faults.length === 0 ? 0 : 1
