import { useRef } from 'react'
import { LinkAction } from '../LinkAction.tsx'
import { t } from '../words.ts'

/** Chooses files from the device; dropping and pasting do the same. */
export function AttachAction({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input} type="file" multiple hidden aria-label={t`Files to attach`}
        onChange={(event) => {
          if (event.target.files?.length) onFiles([...event.target.files])
          event.target.value = ''
        }}
      />
      <LinkAction onClick={() => input.current?.click()}>{t`Attach files`}</LinkAction>
    </>
  )
}
