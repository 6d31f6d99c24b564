import { useRef, useState } from 'react'
import { RichEditor } from './editor/RichEditor.tsx'
import type { RichEditorHandle } from './editor/RichEditor.tsx'
import type { CompletionSource } from './composer/completion.ts'
import { fitting } from './composer/sources.ts'
import { Notice } from './Notice.tsx'
import { Section } from './Section.tsx'

const TEXT = `---
title: Restart the worker
tags: [billing,  workers]
---

# Restart the worker

Do this when the queue is *older* than __ten minutes__[^1].

<!-- owner: Mei -->

1. Stop it
2. Wait
   - look at \`queue depth\`

- [ ] told support

| limit | adds |
| ----: | :--- |
| 3     | none |

[^1]: Measured in March.
`
const NAMES = ['Mei Tanaka', 'Ana Duarte']
const SOURCES: readonly CompletionSource[] = [{ trigger: '@', name: 'People and roles', find: (query) => fitting(NAMES, query, (name) => name).map((name) => ({ key: name, label: name, insert: `@${name}` })) }]

/** A page being written, and a new one. */
export function SpecimenEditor() {
  const editor = useRef<RichEditorHandle>(null)
  const [text, setText] = useState(TEXT)
  const [page, setPage] = useState('')
  const [said, setSaid] = useState('')
  return (
    <Section title="A page">
      <div className="specimen-block">
        <RichEditor ref={editor} label="Text of the runbook" value={text} onChange={setText} sources={SOURCES} onSave={() => setSaid('The runbook is saved.')} onFiles={(files) => editor.current?.insertBlock(files.map(({ name }) => `[${name}](/files/1)`).join('\n'))} attachments={<Notice>{said}</Notice>} />
        <RichEditor label="Text of a new page" value={page} onChange={setPage} placeholder="Write a page" sources={SOURCES} />
        <output hidden data-page="runbook">{text}</output>
        <output hidden data-page="new">{page}</output>
      </div>
    </Section>
  )
}
