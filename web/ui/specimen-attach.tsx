import { useState } from 'react'
import { AttachAction } from './composer/AttachAction.tsx'
import { AttachList } from './AttachList.tsx'
import type { AttachedFile } from './AttachList.tsx'
import { Section } from './Section.tsx'
import { TextArea } from './TextArea.tsx'
import { useAttach } from './use-attach.ts'

const FILES: readonly AttachedFile[] = [
  { id: '1', name: 'Migration plan.pdf', size: 482_000, url: '/files/1/Migration%20plan.pdf', image: false },
  { id: '2', name: 'latency-by-region.csv', size: 830, url: '/files/2/latency-by-region.csv', image: false },
]
const ON_ITS_WAY = [
  { key: 'a', name: 'recording.webm', size: 18_400_000, share: 0.42 },
  { key: 'b', name: 'disk-image.iso', size: 734_000_000, problem: { type: 'about:blank', status: 413, code: 'too_large', title: 'This file is larger than 25 MB, the most that one file may be.', next: 'Make it smaller, or keep it elsewhere and put a link into your text.' } },
]

/** Files beside a text that is read, and one that is written: arrived, on their way, refused. */
export function SpecimenAttach() {
  const [files, setFiles] = useState<readonly AttachedFile[]>([])
  const [text, setText] = useState('')
  const attach = useAttach((markdown, file) => {
    setFiles((all) => [...all, file])
    setText((words) => `${words}${words === '' ? '' : '\n\n'}${markdown}`)
  })
  return (
    <Section title="Attached files">
      <AttachList files={FILES} />
      <AttachList files={[]} onItsWay={ON_ITS_WAY} onRetry={() => {}} onDrop={() => {}} />
      <div className="specimen-block" data-over={attach.over || undefined} {...attach.zone}>
        <TextArea label="A text with files" value={text} onChange={setText} />
        <AttachAction onFiles={attach.onFiles} />
        <AttachList files={files} onRemove={(id) => setFiles((all) => all.filter((one) => one.id !== id))} {...attach} />
      </div>
    </Section>
  )
}
