import { countInWords } from '#domain/brief/count-words.ts'
import type { Act } from '#server/platform/act.ts'
import { pushTo } from '#server/push/public.ts'
import { reasonFor, verbOf } from './item-words.ts'
import type { KnownReader } from './readers.ts'
import type { Leaving, Parcel } from './releasing.ts'

/** Longest title in a subject, and longest excerpt in a mail that lists many. Unit: characters. */
const SUBJECT_MAX = 90
const EXCERPT_MAX = 400

/** What a reply does, by kind of what it replies to. */
const HOW: Readonly<Record<string, string>> = {
  ask: 'To answer, reply to this mail. Your reply stands in the conversation.',
  thread: 'To reply in the conversation, reply to this mail.',
}

/**
 * Mails a batch, as far as its reader wants mail. What asks something of them is a mail of its own a conversation, so
 * that a reply can act; everything else of the batch is one mail.
 */
export async function sendBatch(act: Act, reader: KnownReader, parcel: Parcel): Promise<void> {
  await pushBatch(act, reader, parcel)
  const { kind, batchId, bundles } = parcel
  const { mail } = reader.choices.channels
  if (mail === 'off' || (kind === 'digest' && reader.choices.digest === 'off')) return
  const wanted = bundles.filter((bundle) => bundle.some(({ row }) => mail === 'all' || row.urgent || (mail === 'obligations' && row.obliges)))
  const alone = kind === 'digest' ? [] : wanted.filter((bundle) => bundle.some(({ row }) => row.obliges || row.urgent))
  for (const bundle of alone) await sendOne(act, reader, { batchId, bundle })
  const rest = wanted.filter((bundle) => !alone.includes(bundle))
  const [only] = rest
  if (rest.length === 1 && only && kind !== 'digest') return sendOne(act, reader, { batchId, bundle: only })
  if (rest.length > 0) await sendMany(act, reader, { batchId, bundles: rest, digest: kind === 'digest' })
}

/** Says on the reader's devices how much came, and nothing of what it says. Digests make no device ring. */
async function pushBatch(act: Act, reader: KnownReader, { kind, batchId, bundles }: Parcel): Promise<void> {
  const { push } = reader.choices.channels
  if (push === 'off' || kind === 'digest') return
  const wanted = bundles.flat().filter(({ row }) => push === 'all' || row.urgent || (push === 'obligations' && row.obliges))
  const [first] = wanted
  if (!first) return
  const count = countInWords(wanted.length)
  const body = first.row.urgent ? 'Something urgent waits for you.' : `${count.charAt(0).toUpperCase()}${count.slice(1)} ${wanted.length === 1 ? 'thing waits' : 'things wait'} for you.`
  await pushTo(act, { eventKey: `attention:${batchId}`, personId: reader.personId, body, url: first.row.urgent ? `/${first.text.number}` : '/inbox' })
}

/** One conversation, whole, with a reply address where a reply does something. */
async function sendOne(act: Act, reader: KnownReader, { batchId, bundle }: { batchId: string; bundle: readonly Leaving[] }): Promise<void> {
  const first = bundle[0]
  if (!first) return
  const urgent = bundle.some(({ row }) => row.urgent)
  const replyTo = bundle.findLast(({ text }) => text.replyTo !== null)?.text.replyTo ?? null
  const parts = bundle.map(({ row, text }) => `${text.byName} ${verbOf(row.kind)}:\n\n${text.text}`)
  await act.send({
    eventKey: `attention:${batchId}:${first.row.conversation_id}`, personId: reader.personId,
    subject: `${urgent ? 'Urgent: ' : ''}${shortened(first.text.title, SUBJECT_MAX)}`,
    body: { text: parts.join('\n\n'), links: [linkTo(act, first.text)], about: numbersOf([bundle]) },
    reason: reasonFor(first.row, first.text.spaceName), conversation: `entry:${first.row.conversation_id}`,
    ...(replyTo && { replyTo: { ...replyTo, how: HOW[replyTo.kind] ?? 'To answer, reply to this mail.' } }),
    ...(!urgent && { kind: bundle.some(({ row }) => row.obliges) ? 'asks' : 'threads' }),
  })
}

/** Several conversations in one mail: what asks something first, then by space. */
async function sendMany(act: Act, reader: KnownReader, { batchId, bundles, digest }: { batchId: string; bundles: readonly (readonly Leaving[])[]; digest: boolean }): Promise<void> {
  const obliging = bundles.filter((bundle) => bundle.some(({ row }) => row.obliges))
  const bySpace = Map.groupBy(bundles.filter((bundle) => !obliging.includes(bundle)), (bundle) => bundle[0]?.text.spaceName ?? '')
  const sections = [
    ...(obliging.length > 0 ? [`Asked of you\n\n${obliging.map(excerpt).join('\n\n')}`] : []),
    ...[...bySpace].toSorted(([a], [b]) => a.localeCompare(b, 'en')).map(([space, some]) => `${space}\n\n${some.map(excerpt).join('\n\n')}`),
  ]
  const count = countInWords(bundles.length)
  const words = `${count} ${bundles.length === 1 ? 'conversation' : 'conversations'}`
  await act.send({
    eventKey: `attention:${batchId}`, personId: reader.personId,
    subject: digest ? `Your digest: ${words}` : `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    body: { text: sections.join('\n\n'), links: [{ label: 'Open your inbox', url: `${act.server.publicUrl}/inbox` }], about: numbersOf(bundles) },
    kind: digest ? 'digest' : 'threads',
    reason: digest ? 'You get this digest because you belong to these spaces.' : 'You get this because you follow these conversations.',
  })
}

function excerpt(bundle: readonly Leaving[]): string {
  const [first] = bundle
  if (!first) return ''
  const lines = bundle.map(({ row, text }) => `${text.byName} ${verbOf(row.kind)}: ${shortened(text.text.replaceAll(/\s+/g, ' '), EXCERPT_MAX)}`)
  return `#${first.text.number} ${first.text.title}\n${lines.join('\n')}`
}

/** The entries that a mail speaks of: it is not sent to whom one of them is hidden from by then. */
const numbersOf = (bundles: readonly (readonly Leaving[])[]): number[] => [...new Set(bundles.flat().map(({ text }) => text.number))]

const linkTo = (act: Act, text: Leaving['text']) => ({ label: `Open #${text.number}`, url: `${act.server.publicUrl}/${text.number}${text.replyId ? `#${text.replyId}` : ''}` })

const shortened = (text: string, max: number): string => text.length <= max ? text : `${text.slice(0, max - 1).trimEnd()}…`
