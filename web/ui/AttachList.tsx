import './attach.css'
import type { ReactNode } from 'react'
import type { Problem as ProblemView } from '#contract/problem.ts'
import { LinkAction } from './LinkAction.tsx'
import { locale } from './spoken.ts'
import { t } from './words.ts'

export type AttachedFile = { id: string, name: string, size: number, url: string, image: boolean }
/** A file on its way, or one that did not arrive. */
export type FileOnItsWay = {
  key: string, name: string, size: number, problem?: ProblemView | undefined
  /** How much has left, from 0 to 1. */
  share?: number
}

type Props = {
  files: readonly AttachedFile[]
  onItsWay?: readonly FileOnItsWay[]
  /** What just happened, to be read out. */
  said?: string | undefined
  /** There while the text is being written. */
  onRemove?: ((id: string) => void) | undefined
  onRetry?: (key: string) => void
  onDrop?: (key: string) => void
}

/** What is attached to a text: each file by its name and size, a picture small beside it. */
export function AttachList({ said, ...props }: Props) {
  return (
    <>
      {said !== undefined && <p className="unseen" role="status">{said}</p>}
      <Lines {...props} />
    </>
  )
}

function Lines({ files, onItsWay = [], onRemove, onRetry, onDrop }: Props) {
  if (files.length === 0 && onItsWay.length === 0) return null
  return (
    <ul className="attach-list" aria-label={t`Attached files`}>
      {files.map((file) => (
        <Line key={file.id} name={<a href={file.url} download={file.image ? undefined : file.name} target={file.image ? '_blank' : undefined} rel="noreferrer">{file.name}</a>} about={sizeWords(file.size)} picture={file.image ? file.url : undefined}>
          {onRemove && <LinkAction label={t`Take away ${file.name}`} onClick={() => onRemove(file.id)}>{t`Take away`}</LinkAction>}
        </Line>
      ))}
      {onItsWay.map(({ key, name, size, problem, share }) => (
        <Line key={key} name={name} about={problem ? `${problem.title} ${problem.next}` : wayWords(size, share)} late={problem !== undefined}>
          {!problem && onDrop && <LinkAction label={t`Stop sending ${name}`} onClick={() => onDrop(key)}>{t`Stop`}</LinkAction>}
          {problem && onRetry && !HOPELESS.has(problem.status) && <LinkAction strong label={t`Try again: ${name}`} onClick={() => onRetry(key)}>{t`Try again`}</LinkAction>}
          {problem && onDrop && <LinkAction label={t`Leave it out: ${name}`} onClick={() => onDrop(key)}>{t`Leave it out`}</LinkAction>}
        </Line>
      ))}
    </ul>
  )
}

function Line({ name, about, picture, late = false, children }: { name: ReactNode, about: string, picture?: string | undefined, late?: boolean, children?: ReactNode }) {
  return (
    <li className="attach" data-late={late || undefined}>
      {picture !== undefined && <img src={picture} alt="" loading="lazy" />}
      <span className="attach-name">{name}</span> <small role={late ? 'alert' : undefined}>{about}</small> {children}
    </li>
  )
}

/** The same file would be refused again. */
const HOPELESS = new Set([400, 413])

/** `2.4 MB, 40 % sent`. */
const wayWords = (size: number, share?: number): string => `${sizeWords(size)}, ${share === undefined || share === 0 ? t`on its way` : t`${Math.floor(share * 100)} % sent`}`

const KB = 1024

/** A size as people say it: `830 bytes`, `14 KB`, `2.4 MB`. */
export function sizeWords(bytes: number): string {
  const step = bytes < KB ? 0 : bytes < KB * KB ? 1 : 2
  const amount = bytes / KB ** step
  const digits = step === 2 && amount < 10 ? 1 : 0
  const shown = amount.toLocaleString(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false })
  return step === 0 ? t`${shown} bytes` : `${shown} ${step === 1 ? 'KB' : 'MB'}`
}
