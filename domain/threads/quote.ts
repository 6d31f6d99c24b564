/** What a link, picture or entity writes beside the words that are read. Neither part runs over another bracket, so that a row of them costs no more than its length. */
const LINK = /!?\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/gu
const ENTITY = /&(?:#\d+|#x[\da-f]+|\w+);/giu
const NO_WORD = /[^\p{L}\p{N}]+/gu

const bare = (text: string): string => text.replace(LINK, '$1').replace(ENTITY, '').replace(NO_WORD, '').normalize('NFC').toLowerCase()

/** Whether words stand in a Markdown text as they are read, whatever their marks and white space: nobody is quoted with what they did not write. */
export const standsIn = (words: string, markdown: string): boolean => bare(markdown).includes(bare(words))
