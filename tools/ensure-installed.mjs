import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './install.mjs'

try {
  install(dirname(dirname(fileURLToPath(import.meta.url))), (line) => console.error(line))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
