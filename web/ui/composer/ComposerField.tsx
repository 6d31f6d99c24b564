import '../Form.css'
import './composer.css'
import { useImperativeHandle, useRef } from 'react'
import type { ReactNode, Ref } from 'react'
import { useKeysInside } from '../use-keys-inside.ts'
import type { ComposerProps } from './Composer.tsx'
import { ComposerFoot } from './ComposerFoot.tsx'
import { ComposerPreview } from './ComposerPreview.tsx'
import type { ComposerHandle } from './handle.ts'
import { commandOf, pressOf } from './keys.ts'
import { TextBody } from './TextBody.tsx'
import { useComposerText } from './use-composer-text.ts'

type Props = Pick<ComposerProps, 'label' | 'value' | 'onChange' | 'placeholder' | 'error' | 'rows' | 'sources' | 'mentions' | 'onFiles'> & {
  /** One line under the label: what belongs here. */
  hint?: ReactNode
  /** A line or two, such as a trade-off: no marks below it, the keys are the same. */
  slim?: boolean
  /** Files on their way, under the text. */
  attachments?: ReactNode
  ref?: Ref<ComposerHandle>
}

/** One of several texts that are sent together, written with the keys of the composer. Its marks show while it has focus, and their place is kept. */
export function ComposerField(props: Props) {
  const { value, mentions, onFiles, slim = false, attachments } = props
  const root = useRef<HTMLDivElement>(null)
  const { id, area, preview, togglePreview, writing, over, handlers, places } = useComposerText(props)
  useImperativeHandle(props.ref, () => places, [places])
  useKeysInside(root, (event) => {
    if (event.isComposing || commandOf(pressOf(event)) !== 'preview') return
    event.preventDefault()
    togglePreview()
  })
  return (
    <div className="composer field" ref={root} data-look={slim ? 'line' : 'field'} data-over={over || undefined} {...handlers}>
      <TextBody {...props} labelShown id={id} area={area} writing={writing} hidden={preview} />
      {preview && <ComposerPreview text={value} mentions={mentions} />}
      {!slim && <ComposerFoot id={id} onFiles={onFiles} preview={preview} onPreview={togglePreview} writing={writing} />}
      {attachments}
    </div>
  )
}
