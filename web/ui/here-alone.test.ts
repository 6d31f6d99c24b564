import { expect, test } from 'vitest'
import { leadsHereAlone } from './here-alone.ts'

test.each([
  ['http://127.0.0.1:7400/invite/x', true], ['http://127.8.0.1/invite/x', true], ['http://localhost:7400/invite/x', true], ['http://long.localhost/invite/x', true], ['http://[::1]:7400/invite/x', true],
  ['https://longhand.example/invite/x', false], ['http://192.168.1.5:7400/invite/x', false], ['https://localhost.example/invite/x', false], ['https://127.0.0.1.example/invite/x', false],
])('%s leads to this computer alone: %s', (link, alone) => expect(leadsHereAlone(link)).toBe(alone))
