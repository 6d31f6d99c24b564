import './DayRibbon.css'
import type { ReactNode } from 'react'
import { layRibbon } from './ribbon-geometry.ts'
import type { Bar, Label, Ribbon, RibbonShape } from './ribbon-geometry.ts'

type Props = RibbonShape & {
  /** The same picture in one sentence, for people who hear the page. */
  sentence: string
  /** A line under the ribbon that everybody reads. */
  caption?: ReactNode
  /** A row of a list: lower, without hours. */
  slim?: boolean | undefined
  /** Only the hours, to stand under a stack of slim ribbons. */
  axis?: boolean | undefined
}

/** Vertical measures in CSS pixels, as drawn in the sketches. */
const TALL = { band: 24, slim: 18, above: 10, aboveSlim: 4, aboveMarks: 28, focus: 6, tick: 5, hours: 20, base: 16 }

/**
 * A day as a picture: work as a wash, focus as ink, delivery windows as ticks, now as a hairline.
 * Everything is in minutes of the reader's day; `ribbonDay` turns instants into them.
 */
export function DayRibbon({ sentence, caption, slim, axis, ...shape }: Props) {
  const ribbon = layRibbon(shape)
  const top = ribbon.land || ribbon.due ? TALL.aboveMarks : axis ? 0 : slim ? TALL.aboveSlim : TALL.above
  const height = axis ? 0 : slim ? TALL.slim : TALL.band
  const below = slim ? TALL.aboveSlim : TALL.hours
  return (
    <figure className="ribbon">
      <svg height={top + height + below} width="100%" role="img" aria-label={sentence}>
        {!axis && <Band ribbon={ribbon} top={top} height={height} />}
        {!slim && ribbon.hours.map((hour) => <text key={hour.x} className="ribbon-hour" x={`${hour.x}%`} y={top + height + TALL.base} textAnchor={hour.anchor}>{hour.text}</text>)}
        {ribbon.land && <Mark mark={ribbon.land} top={top} kind="land" />}
        {ribbon.due && <Mark mark={ribbon.due} top={top} kind="due" />}
      </svg>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}

type BandProps = { ribbon: Ribbon, top: number, height: number }

function Band({ ribbon, top, height }: BandProps) {
  const bar = (className: string, y: number, h: number, rx: number) => ({ x, width }: Bar) =>
    <rect key={`${className}${x}`} className={className} x={`${x}%`} width={`${width}%`} y={y} height={h} rx={rx} />
  return (
    <>
      <rect className="ribbon-band" x="0" width="100%" y={top} height={height} rx="4" />
      {ribbon.work.map(bar('ribbon-work', top, height, 3))}
      {ribbon.share.map(bar('ribbon-share', top, height, 0))}
      {ribbon.focus.map(bar('ribbon-focus', top + height - TALL.focus, TALL.focus, 1.5))}
      {ribbon.notch !== undefined && (
        <svg x={`${ribbon.notch}%`} y={top} overflow="visible">
          <path className="ribbon-notch" d={`M-4 0h8l-4 5zM-4 ${height}h8l-4 -5z`} />
        </svg>
      )}
      {ribbon.windows.map((x) => <line key={x} className="ribbon-window" x1={`${x}%`} x2={`${x}%`} y1={top - TALL.tick} y2={top + TALL.tick} />)}
      {ribbon.now !== undefined && <line className="ribbon-now" x1={`${ribbon.now}%`} x2={`${ribbon.now}%`} y1={top - 4} y2={top + height + 4} />}
    </>
  )
}

function Mark({ mark, top, kind }: { mark: Label, top: number, kind: 'land' | 'due' }) {
  const shift = mark.anchor === 'start' ? -5 : mark.anchor === 'end' ? 5 : 0
  return (
    <svg className="ribbon-mark" data-kind={kind} x={`${mark.x}%`} y={top - 10} overflow="visible">
      <path d="M-5 0h10l-5 8z" />
      <text x={shift} y="-4" textAnchor={mark.anchor}>{mark.text}</text>
    </svg>
  )
}
