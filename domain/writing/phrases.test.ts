import { describe, expect, test } from 'vitest'
import { readMarkdown } from '#contract/writing-text.ts'
import { allIn, phrases } from './phrases.ts'
import { proseOf } from './prose.ts'
import { sentencesOf } from './sentences.ts'

const sentences = (text: string) => sentencesOf(proseOf(readMarkdown(text)), { steps: 0 })
const found = (pattern: string, text: string): string[] => sentences(text).flatMap((sentence) =>
  allIn(sentence, phrases(pattern), { steps: 0 }).map(({ from, to }) => sentence.tokens.slice(from, to).map((token) => token.word).join(' ')))

describe('a phrase is found word by word', () => {
  test.each([
    ['thoughts on this|that', 'Thoughts on THAT?', ['thoughts on that']],
    ['any? update', 'Any update or update?', ['any update', 'update']],
    ['good * way', 'A good other way, a good way', ['good other way']],
    ['at #', 'Meet at 5pm or at noon', ['at 5pm']],
    ['^ can we', 'Can we? So can we. They said can we', ['can we', 'can we']],
    ['^ can we', 'Hi all, can we?', ['can we']],
    ['help $', 'Please help! We help them.', ['help']],
    ["don't", 'They don’t', ["don't"]],
    ['a a? a? b', 'a a a a b', ['a a a b']],
    ['word', 'He said "word" twice', []],
  ])('%s in %s', (pattern, text, expected) => expect(found(pattern, text)).toEqual(expected))
})

describe('sentences', () => {
  test.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['See e.g. the page, i.e. this one.', ['See e.g. the page, i.e. this one.']],
    ['Version 1.2.3 of example.org runs at 17:00.', ['Version 1.2.3 of example.org runs at 17:00.']],
    ['Is it (really?) so? Yes.', ['Is it (really?)', 'so?', 'Yes.']],
    ['He said "Why? Because." and left.', ['He said "Why? Because." and left.']],
    ['What?! No...', ['What?!', 'No...']],
    ['- one\n- two\n  lines', ['one', 'two\n  lines']],
  ])('%s', (text, expected) => expect(sentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected))
})
