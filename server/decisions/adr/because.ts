/**
 * Words that begin a sentence and name nobody and nothing, so that they may stand inside one in small letters. Left out
 * are those that are also names or signs: a, I, in, on, go, less, next.
 */
const PLAIN = ['It', 'Its', 'The', 'This', 'That', 'These', 'Those', 'They', 'Their', 'There', 'We', 'Our', 'You', 'Your', 'An', 'All', 'Any', 'Each', 'Every', 'Everybody', 'Everyone', 'Everything', 'Some', 'Somebody', 'Someone', 'Something',
  'Many', 'Most', 'Few', 'Fewer', 'Several', 'No', 'Nobody', 'Nothing', 'None', 'Only', 'Both', 'Either', 'Neither', 'Not', 'People', 'When', 'Where', 'While', 'If', 'Once', 'Since', 'With', 'Without', 'After', 'Before', 'Until', 'What',
  'Whatever', 'Whoever', 'Which', 'Another', 'Other', 'Others', 'Such', 'Two', 'Three', 'Then', 'Still', 'Already', 'Nearly', 'Almost', 'Even']
const rest = '(?=\\s|[’\'](?:s|re|ve|ll|d)\\b)'
const CAPITAL = new RegExp(`^(?:${PLAIN.join('|')})${rest}`)
const SMALL = new RegExp(`^(?:${PLAIN.join('|').toLowerCase()})${rest}`)

/** Longhand keeps each reason as a sentence of its own; what begins with a small letter here stood so, and has this before it in a file. */
const AS_IT_STANDS = ' '

/**
 * A reason as it goes on after “because”: its first letter small where that is safe, which names, abbreviations, numbers
 * and code are not. `afterBecause` gives it back, sign for sign.
 * @example 'It is fast.' → 'it is fast.'; 'Redis is fast.' → 'Redis is fast.'; 'it is fast' → ' it is fast'
 */
export function inBecause(reason: string): string {
  if (CAPITAL.test(reason)) return reason.charAt(0).toLowerCase() + reason.slice(1)
  return SMALL.test(reason) ? AS_IT_STANDS + reason : reason
}

/** The reason that a file gives after “because”, as a sentence. @param words what stands there, with the gaps before it */
export function afterBecause(words: string): string {
  const reason = words.replace(/^[ \t]+/, '')
  const gap = words.length - reason.length
  return gap <= 1 && SMALL.test(reason) ? reason.charAt(0).toUpperCase() + reason.slice(1) : reason
}
