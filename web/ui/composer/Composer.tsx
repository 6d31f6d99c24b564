import '../Form.css'
import './composer.css'
import { useImperativeHandle, useRef } from 'react'
import type { ReactNode, Ref } from 'react'
import { Button } from '../Button.tsx'
import { Kbd } from '../Kbd.tsx'
import type { Mention } from '../markdown/text-parts.ts'
import { useKeysInside } from '../use-keys-inside.ts'
import type { CompletionSource } from './completion.ts'
import { ComposerFoot } from './ComposerFoot.tsx'
import { ComposerPreview } from './ComposerPreview.tsx'
import type { ComposerHandle, TextPlaces } from './handle.ts'
import { commandOf, pressOf } from './keys.ts'
import { TextBody } from './TextBody.tsx'
import { useComposerText } from './use-composer-text.ts'
import { t } from '../words.ts'

export type ComposerProps = {
  /** What the text is: `Your reply`. Read out; shown where `labelShown`. */
  label: string
  labelShown?: boolean
  /** A `TitleField`, at the head of the text. */
  title?: ReactNode
  value: string
  onChange: (value: string) => void
  /** ⌘↵ and the button. Not called while the text is empty or `busy`. */
  onSend: () => void
  /** The verb, with where it lands: `Send for 11:30 Tokyo`. */
  send: ReactNode
  busy?: boolean
  /** False while something else is missing; the text alone decides when left out. */
  ready?: boolean
  placeholder?: string | undefined
  error?: string | undefined
  /** `page` for a text of its own, set without a frame; `box` for a reply below others. */
  look?: 'page' | 'box'
  /** Lines it is tall while empty. */
  rows?: number
  /** For `@`, `#`, `[[` and `:`. Give a stable list. */
  sources?: readonly CompletionSource[] | undefined
  /** Known mentions, for the preview. */
  mentions?: readonly Mention[] | undefined
  /** Files that were pasted, dropped or chosen; without it the composer takes none. */
  onFiles?: ((files: readonly File[]) => void) | undefined
  /** What is attached, under the text. */
  attachments?: ReactNode
  /** The writing check: beside the text where there is room, below it on a phone. */
  notes?: ReactNode | ((places: TextPlaces) => ReactNode)
  /** Who, by when, how urgent, and the readers' ribbons: beside the text, before the button. */
  contract?: ReactNode
  /** What stands under the notes: where the text lands. */
  lands?: ReactNode
  /** The `DraftLine`. */
  draft?: ReactNode
  /** More `LinkAction`s beside the button. */
  actions?: ReactNode
  /** Insert quotes, put the cursor somewhere, select what a note speaks of. */
  ref?: Ref<ComposerHandle>
}

/** Where everything longer than a line is written: Markdown in serif that grows, with the keys people know and nothing in the way. */
export function Composer(props: ComposerProps) {
  const { value, onSend, busy = false, ready = true, look = 'box', onFiles, notes, contract, lands } = props
  const root = useRef<HTMLElement>(null)
  const { id, area, preview, togglePreview, writing, over, handlers, places } = useComposerText(props)
  const empty = value.trim() === ''
  const canSend = ready && !busy && !empty
  const command = (name: 'send' | 'preview') => {
    if (name === 'preview') togglePreview()
    else if (canSend) onSend()
  }
  useKeysInside(root, (event) => {
    const name = commandOf(pressOf(event))
    if (!name || event.isComposing) return
    event.preventDefault()
    command(name)
  })
  useImperativeHandle(props.ref, () => places, [places])
  return (
    <section className="composer" ref={root} aria-label={props.label} data-look={look} data-over={over || undefined} {...handlers}>
      <div className="composer-parts" data-beside={Boolean(contract ?? notes) || undefined}>
        <div className="composer-text">
          {props.title}
          <TextBody {...props} id={id} area={area} writing={writing} hidden={preview} />
          {preview && <ComposerPreview text={value} mentions={props.mentions} />}
          <ComposerFoot id={id} onFiles={onFiles} preview={preview} onPreview={togglePreview} writing={writing} />
          {props.attachments && <div className="composer-attachments">{props.attachments}</div>}
        </div>
        {(contract ?? notes) && (
          <div className="composer-rail">
            {contract && <div className="composer-contract">{contract}</div>}
            {notes && <div className="composer-notes">{typeof notes === 'function' ? notes(places) : notes}</div>}
            {lands && <div className="composer-lands">{lands}</div>}
          </div>
        )}
        <div className="composer-send">
          <Button onClick={onSend} busy={busy} disabled={!busy && !canSend} aria-describedby={look === 'page' && empty ? `${id}-waits` : undefined}>{props.send}</Button>
          {look === 'page' && empty ? <span className="hint" id={`${id}-waits`}>{t`There is no text yet.`}</span> : <Kbd keys="mod+enter" hint />}
          {props.actions}
          {props.draft}
        </div>
      </div>
    </section>
  )
}
