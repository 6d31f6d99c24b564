import { readMarkdown } from '#contract/writing-text.ts'
import { checkText } from '#domain/writing/check-text.ts'
import { renderToStaticMarkup as draw } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { WritingNotes } from './WritingNotes.tsx'

const TEXT = 'I measured both limits on the traffic of last week.\n\nWhat do you think?'
const checked = (text: string) => {
  const { findings, ...rest } = checkText(readMarkdown(text))
  return { ...rest, findings: [...findings] }
}
const html = (text: string, show = false) => draw(<WritingNotes text={text} checked={checked(text)} onDismiss={() => {}} {...(show && { onShow: () => {} })} />)

describe('notes beside a text', () => {
  test('say what, about which words, why, how it could be put, and how to dismiss it', () => {
    const drawn = html(TEXT)
    expect(drawn).toContain('<b>It does not say which thoughts would help.</b> <q>What do you think?</q>')
    expect(drawn).toContain('For example: Does anything speak against this')
    expect(drawn).toContain('A reader who cannot tell what is asked has to ask back')
    expect(drawn).toContain('aria-label="Dismiss: It does not say which thoughts would help."')
  })
  test('lead to the words where the page can show them', () => expect(html(TEXT, true)).toContain('aria-label="Show “What do you think?” in the text"'))
  test('a long passage is cut between words', () => expect(html(`Please review ${'the long draft '.repeat(12)}`)).toContain('<q>Please review the long draft the long draft the long draft …</q>'))
  test('end with the number of words and how likely a question is, in words', () => expect(html(TEXT)).toMatch(/role="status">14 words\. \w+( \w+)* draw a question: [^<]+\.</))
  test('of an empty text nothing is said', () => expect(html('')).toBe('<div class="writing-notes" role="group" aria-label="Before you send"><p class="writing-notes-sum" role="status">Nothing written yet.</p></div>'))
  test('the same words twice are two notes', () => expect(html('Thoughts on this?\n\nThoughts on this?').match(/<li/g)).toHaveLength(2))
})
