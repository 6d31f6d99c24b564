import type { Block } from '../prose.ts'
import type { Mark } from '../read-text.ts'
import { ownWords } from '../reading.ts'
import type { Reading } from '../reading.ts'
import type { Place, Rule } from './rule.ts'

/** Words that point without saying anything. */
const POINTING = new Set(['see', 'also', 'here', 'link', 'links', 'this', 'that', 'and', 'cc', 'ref', 'refs', 'url', 'source', 'page', 'doc', 'the', 'at', 'a', 'click', 'read', 'more', 'in', 'pr', 'it', 'is', 'cf', 'via', 'fyi', 'these', 'are', 'some', 'of', 'or', 'check', 'out', 'look'])
/** So few words beside a link say nothing about it. Unit: words. */
const SAYING = 2
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu

/** Links that say nothing about why they are there (002:64–66). */
export const bareLink: Rule = {
  name: 'bare_link', clause: 'Include relevant links and references', severity: 'hint', english: false,
  why: 'A reader has to open a bare link to find out whether to open it.',
  find(reading) {
    const blocks = linksByBlock(reading)
    return blocks.flatMap(({ block, links }, at) => {
      const [first] = links
      if (first === undefined || block.kind !== 'paragraph' || explained(reading, block, links) || leadsTo(reading, blocks[at - 1]?.block)) return []
      return [place(reading, { start: first.start, end: links.at(-1)?.end ?? block.end })]
    })
  },
}

/** Blocks and links stand in their order, so one walk finds what is inside what. */
function linksByBlock({ blocks, marks }: Reading): { block: Block; links: Mark[] }[] {
  const links = marks.filter((mark) => mark.kind === 'address' || mark.kind === 'link')
  let at = 0
  return blocks.map((block) => {
    const inside: Mark[] = []
    while ((links[at]?.start ?? Infinity) < block.end) {
      const link = links[at]
      if (link && link.start >= block.start) inside.push(link)
      at += 1
    }
    return { block, links: inside }
  })
}

function explained(reading: Reading, block: Block, links: readonly Mark[]): boolean {
  return spoken(reading.text.slice(block.start, block.end)) > SAYING * links.length
    || links.some((link) => link.kind === 'link' && spoken(reading.text.slice(link.start, link.end)) > 0)
}

/** A sentence just before may lead to the link: `The measurements are here:`. */
const leadsTo = (reading: Reading, before: Block | undefined): boolean => before !== undefined && spoken(reading.text.slice(before.start, before.end)) > SAYING

const spoken = (text: string): number => [...text.matchAll(WORD)].filter(([word]) => !POINTING.has(word.toLowerCase())).length

function place(reading: Reading, { start, end }: { start: number; end: number }): Place {
  const link = ownWords(reading, { start, end })
  return { start, end, message: 'The link does not say what it is or why to follow it.', example: `What we measured last week, and why … is too slow: ${link}` }
}
