import { expect, test } from 'vitest'
import { runCli } from '../run.ts'
import { testTerminal } from '../terminal.test-kit.ts'
import { plainUrl } from './config.ts'

test.each([
  ['https://longhand.example/', 'https://longhand.example'],
  ['longhand.example', 'https://longhand.example'],
  ['localhost:7702', 'http://localhost:7702'],
  ['127.0.0.1:7702/brief', 'http://127.0.0.1:7702'],
  ['[::1]:7702', 'http://[::1]:7702'],
  ['localhost.example', 'https://localhost.example'],
  ['HTTP://localhost:7702/brief?a=b#c', 'http://localhost:7702'],
])('%s is the server at %s', (given, url) => expect(plainUrl(given)).toBe(url))

test('nobody is asked for a password where nothing answers, and nothing is said to be kept', async () => {
  const { terminal, said } = testTerminal({ interactive: true })
  expect(await runCli(['login', '127.0.0.1:9'], terminal)).toBe(3)
  expect(said.join('')).toBe('✗ No answer from http://127.0.0.1:9.\n  Check that Longhand is running there, and that you are online.\n')
})
