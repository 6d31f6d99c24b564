import { expect, test } from 'vitest'
import { faqSection, withSection } from './faq-page.ts'

const SECTION = faqSection({ question: 'How do we\nrotate it?', answer: ' By hand.\n', answeredByName: 'Mei', on: '3 March 2026', askNumber: 12 })

test('a section is a question, its answer, and where it comes from', () => expect(SECTION).toBe('## How do we rotate it?\n\nBy hand.\n\nAnswered by Mei on 3 March 2026, in #12.\n'))

test.each([['', SECTION], ['# FAQ', `# FAQ\n\n${SECTION}`], ['# FAQ\n', `# FAQ\n\n${SECTION}`], ['# FAQ\r\n\n\n', `# FAQ\r\n\n\n${SECTION}`]])('what stands on the page stays: %j', (text, whole) => expect(withSection(text, SECTION)).toBe(whole))
