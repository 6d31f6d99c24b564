import type { ReactNode } from 'react'
import type { decisionMap } from '#contract/decisions.ts'
import type { OutputOf } from '#contract/operation.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { capital, counted } from '../../ui/format.ts'
import { amid } from '../../ui/amid.ts'
import { STATE_WORDS } from '../words.ts'
import { layOut } from './layers.ts'
import type { Spot } from './layers.ts'
import { t, tr } from '../../ui/words.ts'

export type DecisionMap = OutputOf<typeof decisionMap>
type Node = DecisionMap['nodes'][number]

/** Measures of the picture. Unit: CSS pixels. */
const BOX = { width: 248, height: 78, across: 56, down: 18, edge: 4, line: 18, first: 22, pad: 12 }
/** So many letters fit into one line of a box, and so many lines of a title. */
const LETTERS = 30
const LINES = 2

const left = ({ layer }: Spot) => BOX.edge + layer * (BOX.width + BOX.across)
const top = ({ row }: Spot) => BOX.edge + row * (BOX.height + BOX.down)

/** What superseded what, older ones on the left; the same in sentences below it. */
export function Graph({ map: { nodes, links } }: { map: DecisionMap }) {
  const spots = layOut(nodes.map(({ number }) => number), links)
  const byNumber = new Map(nodes.map((node) => [node.number, node]))
  const placeOf = new Map(spots.map((spot) => [spot.number, spot]))
  const drawn = links.flatMap((link) => {
    const [from, to] = [placeOf.get(link.from), placeOf.get(link.to)]
    return from && to && link.from !== link.to ? [{ ...link, from, to }] : []
  })
  const width = Math.max(0, ...spots.map(left)) + BOX.width + BOX.edge
  const height = Math.max(0, ...spots.map(top)) + BOX.height + BOX.edge
  return (
    <>
      <div className="graph" role="region" aria-label={t`What superseded what, as a picture`} tabIndex={0}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t`Older decisions stand on the left`}>
          {drawn.map(({ from, to, how }) => <path key={`${from.number} ${to.number} ${how}`} className="graph-link" data-how={how} d={curve(to, from)} />)}
          {spots.map((spot) => { const node = byNumber.get(spot.number); return node && <GraphNode key={spot.number} node={node} spot={spot} /> })}
        </svg>
      </div>
      <Disclosure summary={t`The same in sentences`}>
        <ul className="graph-words">{drawn.map(({ from, to, how }) => <li key={`${from.number} ${to.number} ${how}`}>{linkWords(how, <NodeLink node={byNumber.get(from.number)} />, <NodeLink node={byNumber.get(to.number)} />)}</li>)}</ul>
      </Disclosure>
      {nodes.length > spots.length && <p className="hint">{aloneWords(nodes.length - spots.length)}</p>}
    </>
  )
}

const linkWords = (how: DecisionMap['links'][number]['how'], from: ReactNode, to: ReactNode) => how === 'supersedes' ? tr`${from} superseded ${to}.` : tr`${from} depends on ${to}.`

function aloneWords(count: number): string {
  const others = capital(counted(count, 'other decision'))
  return count === 1 ? t`${others} stands alone.` : t`${others} stand alone.`
}

/** From the older one, on the left, to the newer one. Inside one column the line bows out to the right. */
function curve(older: Spot, newer: Spot): string {
  const [x1, y1, x2, y2] = [left(older) + BOX.width, top(older) + BOX.height / 2, left(newer), top(newer) + BOX.height / 2]
  const bow = BOX.across / 2
  return `M${x1} ${y1}C${x1 + bow} ${y1} ${x2 - bow} ${y2} ${x2} ${y2}`
}

function GraphNode({ node: { number, title, state }, spot }: { node: Node, spot: Spot }) {
  const [x, y] = [left(spot), top(spot)]
  return (
    <a href={`/${number}`} className="graph-node" data-state={state}>
      <rect x={x} y={y} width={BOX.width} height={BOX.height} rx="6" />
      <title>{title}</title>
      {inLines(title).map((line, index) => <text key={index} x={x + BOX.pad} y={y + BOX.first + index * BOX.line}>{line}</text>)}
      <text x={x + BOX.pad} y={y + BOX.height - BOX.pad} className="graph-state">#{number} · {amid(STATE_WORDS[state])}</text>
    </a>
  )
}

const NodeLink = ({ node }: { node: Node | undefined }) => node && <a href={`/${node.number}`}>#{node.number} {node.title}</a>

/** A title as the lines of a box, broken between words where it can be; the last line says when there was more. */
export function inLines(title: string): string[] {
  const lines: string[] = []
  let rest = title.trim()
  while (rest.length > LETTERS && lines.length < LINES - 1) {
    const space = rest.lastIndexOf(' ', LETTERS)
    const at = space > 0 ? space : LETTERS
    lines.push(rest.slice(0, at))
    rest = rest.slice(at).trimStart()
  }
  return [...lines, rest.length <= LETTERS ? rest : `${rest.slice(0, Math.max(rest.lastIndexOf(' ', LETTERS - 1), LETTERS / 2)).trimEnd()}…`]
}
