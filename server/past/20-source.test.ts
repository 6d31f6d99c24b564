import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const files = globSync(['server/**/*.ts', 'cli/**/*.ts', 'contract/**/*.ts'], { cwd: ROOT }).filter((file) => !/test|permission|node_modules/.test(file))
const lines = files.flatMap((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').map((text, index) => ({ where: `${file}:${index + 1}`, file, text })))

/** A name for something that is guessed by trying: what stands for it must be looked up by its hash or compared in constant time. */
const SECRET = String.raw`\w*(?:[tT]oken|[sS]ecret|[pP]assword|[sS]ignature|[hH]mac|_hash|Hash|[cC]ookie)\w*`
const COMPARED = new RegExp(String.raw`(?:\b${SECRET}\s*[!=]==?\s*(?!null|undefined|''|'[a-z]+'\)|0\b)[\w('"])|(?:[!=]==\s*(?:[\w.]+\.)?${SECRET}\b(?!\.length|\())`)

/** Compared, and nothing that anybody guesses: the hash of what the sender sent twice; a name of a column; a place in a text. */
const HARMLESS: readonly RegExp[] = [/request_hash/, /checksum/]

describe('past/20: secrets', () => {
  test('are never compared with ordinary equality', () => {
    const found = lines.filter(({ text }) => COMPARED.test(text) && !/^\s*(?:\*|\/\/|\/\*)/.test(text) && !HARMLESS.some((fine) => fine.test(text)))
    expect(found.map(({ where, text }) => `${where} ${text.trim()}`)).toEqual([])
  })

  test('would be found where they are', () => {
    for (const planted of ['if (token === given) return', 'return row.secret_hash !== hash', "if (given === user.password) return 'ok'", 'signature == expected']) expect([planted, COMPARED.test(planted)]).toEqual([planted, true])
    for (const fine of ['if (token === null) return', 'secret !== undefined && use(secret)', "tokens.filter((one) => one.kind === 'session')"]) expect([fine, COMPARED.test(fine)]).toEqual([fine, false])
  })
})

/** These start a program of their own choice, each with a list of arguments: PostgreSQL, git, and a reader of mails that is kept apart. */
const STARTS_PROGRAMS = /child_process/

describe('past/30: programs and redirects', () => {
  test('no input reaches a shell', () => {
    const starters = new Set(lines.filter(({ text }) => STARTS_PROGRAMS.test(text)).map(({ file }) => file))
    const shells = lines.filter(({ file, text }) => starters.has(file) && /\bexec(?:Sync)?\(|shell:\s*(?!false)/.test(text) && !/\.exec\(/.test(text))
    expect(shells.map(({ where, text }) => `${where} ${text.trim()}`)).toEqual([])
  })

  test('no answer sends anybody to an address from a request', () => {
    const redirects = lines.filter(({ file, text }) => file.startsWith('server/') && /\.redirect\(|header\('location'|location:/i.test(text) && !/^\s*\*/.test(text))
    expect(redirects.map(({ where, text }) => `${where} ${text.trim()}`)).toEqual([])
  })
})
