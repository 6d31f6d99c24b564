import { compile } from 'html-to-text'

/** Deep enough for what mail programs write; what is deeper is a trick. */
const DEPTH_MAX = 100
/** Longest HTML that is read; larger ones are cut. Unit: characters. */
const HTML_MAX = 1_000_000

const toText = compile({
  wordwrap: false, limits: { maxDepth: DEPTH_MAX },
  selectors: [
    { selector: 'img', format: 'skip' }, { selector: 'style', format: 'skip' }, { selector: 'script', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', format: 'block' },
    // How mail programs mark what they quote without `>`, each in its own way.
    ...['blockquote', 'div.gmail_quote', 'div.yahoo_quoted', 'div.moz-cite-prefix'].map((selector) => ({ selector, format: 'blockquote' })),
  ],
})

/** The words of an HTML mail; what it quotes stands behind `>`, as in a plain one. Never HTML. */
export const htmlToText = (html: string): string => toText(html.slice(0, HTML_MAX))
