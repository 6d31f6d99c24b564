import { describe, expect, test } from 'vitest'
import { readBatonReply } from './baton-reply.ts'

describe('a reply to the mail about a baton', () => {
  test.each([
    'accept', 'Accepted.', 'YES', 'ok', 'Okay, thanks', 'Take', 'Yes, I’ll take it', 'I accept this, thank you.', 'accept\n\nBen', '  OK\nWill begin on Thursday.',
    'annehmen', 'Ja', 'Angenommen, danke.', 'Nehme ich an', 'Ich u\u0308bernehme das gern.',
  ])('takes it: %j', (text) => expect(readBatonReply(text)).toEqual({ does: 'accept' }))

  test.each([
    'Which keys?', 'OK, but which keys?', 'Yes\n\nBut which environment?', 'Okay for Friday', 'No', 'I cannot accept this', 'Thanks', 'Not ok', 'はい？', 'accept the other one',
    'Ja, aber welche Schlüssel?', 'Nehme ich nicht an', 'Nein', 'Danke', 'Ja, ab Donnerstag',
  ])('gives it back, with all of it as the question: %j', (text) => expect(readBatonReply(text)).toEqual({ does: 'return', question: text }))
})
