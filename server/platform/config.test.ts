import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

describe('where mails come in', () => {
  const DOMAIN = { MAIL_IN_DOMAIN: 'WS.example' }
  test.each([
    [{ MAIL_IN: 'smtp://127.0.0.1:2525', ...DOMAIN }, { lmtp: false, host: '127.0.0.1', port: 2525, domain: 'ws.example', trust: null }],
    [{ MAIL_IN: 'lmtp://[::1]:2424', ...DOMAIN, MAIL_IN_TRUST: 'mx.ws.example' }, { lmtp: true, host: '::1', port: 2424, domain: 'ws.example', trust: 'mx.ws.example' }],
    [{}, null],
  ])('%j', (given, mailIn) => expect(readConfig(given).mailIn).toEqual(mailIn))

  test.each([
    [{ MAIL_IN: 'smtp://127.0.0.1:2525' }, 'MAIL_IN is set but MAIL_IN_DOMAIN is missing. Set both or neither.'],
    [DOMAIN, 'MAIL_IN_DOMAIN is set but MAIL_IN is missing. Set both or neither.'],
    [{ MAIL_IN_TRUST: 'mx.ws.example' }, 'MAIL_IN_TRUST is set but MAIL_IN is missing. Set both or neither.'],
    [{ MAIL_IN: '127.0.0.1:2525', ...DOMAIN }, 'MAIL_IN must be an address such as smtp://127.0.0.1:2525 or lmtp://127.0.0.1:2424.'],
    [{ MAIL_IN: 'smtp://127.0.0.1:99999', ...DOMAIN }, 'MAIL_IN must be an address such as smtp://127.0.0.1:2525 or lmtp://127.0.0.1:2424.'],
    [{ MAIL_IN: 'smtp://127.0.0.1:2525', MAIL_IN_DOMAIN: 'ws example' }, 'MAIL_IN_DOMAIN must be a domain such as reply.example.com.'],
    [{ MAIL_IN: 'smtp://127.0.0.1:2525', ...DOMAIN, MAIL_IN_TRUST: 'mx; dmarc=pass' }, 'MAIL_IN_TRUST must be the name that your mail server writes into Authentication-Results, such as mx.example.com.'],
  ])('%j is refused in one sentence', (given, says) => expect(() => readConfig(given)).toThrow(says))
})

describe('the model that may order passages', () => {
  const MODEL = { MODEL_URL: 'http://127.0.0.1:11434/v1', MODEL_NAME: 'small' }
  test('is off by default, and needs an address and a name', () => {
    expect(readConfig({}).model).toBeNull()
    expect(readConfig(MODEL).model).toEqual({ url: MODEL.MODEL_URL, name: 'small', key: null })
    expect(readConfig({ ...MODEL, MODEL_KEY: 'sk-1' }).model?.key).toBe('sk-1')
  })
  test.each([
    [{ MODEL_URL: MODEL.MODEL_URL }, 'MODEL_URL is set but MODEL_NAME is missing. Set both or neither.'], [{ MODEL_NAME: 'small' }, 'MODEL_NAME is set but MODEL_URL is missing. Set both or neither.'],
    [{ MODEL_KEY: 'sk-1' }, 'MODEL_KEY is set but MODEL_URL is missing. Set both or neither.'], [{ ...MODEL, MODEL_URL: 'ftp://x' }, 'MODEL_URL must be an address such as http://127.0.0.1:11434/v1.'],
  ])('%j is refused in one sentence', (given, says) => expect(() => readConfig(given)).toThrow(says))
})

describe('a secret in a file', () => {
  let folder = ''
  const file = (name: string) => join(folder, name)
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'longhand-secrets-'))
    writeFileSync(file('url'), 'postgres://app:hush@db/longhand\n')
    writeFileSync(file('empty'), '\n')
    writeFileSync(file('spaced'), 'hush hush')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('is taken without the line break at its end', () => expect(readConfig({ DATABASE_URL_FILE: file('url') }).databaseUrl).toBe('postgres://app:hush@db/longhand'))

  test('belongs to its group, as if it stood in the environment', () => expect(() => readConfig({ SMTP_URL_FILE: file('url') })).toThrow('SMTP_URL is set but MAIL_FROM is missing.'))

  test.each([
    ['beside the same in the environment', { DATABASE_URL: 'postgres://db/x', DATABASE_URL_FILE: 'url' }, /^DATABASE_URL and DATABASE_URL_FILE are both set\. Set one of them\.$/],
    ['that is not there', { DATABASE_URL_FILE: 'away' }, /^DATABASE_URL_FILE names .*away, which cannot be read\. Check that the file is there and that the server may read it\.$/],
    ['that is empty', { DATABASE_URL_FILE: 'empty' }, /^DATABASE_URL_FILE names .*empty, which is empty\.$/],
    ['that holds what the setting may not', { LONGHAND_METRICS_TOKEN_FILE: 'spaced' }, /^LONGHAND_METRICS_TOKEN must hold/],
  ])('%s is refused in one sentence without a word of it', (_what, given, says) => {
    const environment = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, name.endsWith('_FILE') ? file(value) : value]))
    expect(() => readConfig(environment)).toThrow(says)
    expect(() => readConfig(environment)).not.toThrow('hush')
  })
})
