import { expect, test } from 'vitest'
import { findingsText } from './doctor.ts'

const findings = [
  { id: 'a', about: 'Mail server', state: 'broken' as const, says: 'It does not answer.', next: 'Check SMTP_URL.' },
  { id: 'b', about: 'Clocks', state: 'ok' as const, says: 'They agree.', next: '' },
]

test('what is wrong comes with what to do; what is well is counted', () => {
  expect(findingsText(findings, { all: false, width: 80 })).toBe('broken Mail server: It does not answer.\n       Check SMTP_URL.\nOne other thing is well; --all shows them.\n')
  expect(findingsText(findings, { all: true, width: 80 })).toContain('ok     Clocks: They agree.\n')
  expect(findingsText(findings.slice(1), { all: false, width: 80 })).toBe('The one thing that was looked at is well.\n')
})
