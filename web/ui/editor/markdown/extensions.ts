import { Extension, getSchema } from '@tiptap/core'
import type { Extensions } from '@tiptap/core'
import { Table, TableRow } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { Code, Link, Written } from './marks.ts'
import { Cell, HeaderCell, Item, Kept, SourceBlock } from './nodes.ts'

const unseen = { default: null, rendered: false }

/** Blocks know the bytes they were read from, marks and line breaks the characters they were written with, marks how many lay around them; nothing of it is shown or copied. */
const Origins = Extension.create({
  name: 'origins',
  addGlobalAttributes: () => [
    { types: ['paragraph', 'heading', 'blockquote', 'bulletList', 'orderedList', 'listItem', 'codeBlock', 'horizontalRule', 'table', 'tableRow', 'sourceBlock'], attributes: { origin: { ...unseen, keepOnSplit: false } } },
    { types: ['bold', 'italic', 'strike', 'hardBreak'], attributes: { by: unseen } },
    { types: ['bold', 'italic', 'strike', 'link'], attributes: { depth: unseen } },
  ],
})

/** What a page may hold as rich text, for the editor and for reading Markdown without one. */
export const EXTENSIONS: Extensions = [
  StarterKit.configure({ code: false, link: false, listItem: false, underline: false, trailingNode: false, codeBlock: { exitOnArrowDown: true } }),
  Code, Link, Written, SourceBlock, Kept, Item, Table.configure({ resizable: false }), TableRow, Cell, HeaderCell, Origins,
]

export const SCHEMA = getSchema(EXTENSIONS)
