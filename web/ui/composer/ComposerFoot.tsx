import { LinkAction } from '../LinkAction.tsx'
import { AttachAction } from './AttachAction.tsx'
import { FormatBar } from './FormatBar.tsx'
import type { useWriting } from './use-writing.ts'
import { t } from '../words.ts'

type Props = {
  /** Of the text area. */
  id: string
  /** Files are taken. */
  onFiles?: ((files: readonly File[]) => void) | undefined
  preview: boolean
  onPreview: () => void
  writing: ReturnType<typeof useWriting>
}

/** Under the text: marks, what else can be done with it. */
export function ComposerFoot({ id, preview, onPreview, writing, onFiles }: Props) {
  return (
    <div className="composer-foot">
      <FormatBar controls={id} disabled={preview} onEdit={writing.edit} />
      <span className="composer-more">
        {onFiles && <AttachAction onFiles={onFiles} />}
        <LinkAction onClick={onPreview}>{preview ? t`Go on writing` : t`Preview`}</LinkAction>
      </span>
    </div>
  )
}
