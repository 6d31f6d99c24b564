import { expect, test } from 'vitest'
import { decisionDraft } from './decision-draft.ts'

test('a decision draft holds the open points', () => expect(decisionDraft('Limits', ['Three or five?'])).toContain('**What is open:**\n- Three or five?'))
