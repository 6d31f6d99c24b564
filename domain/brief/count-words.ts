const UP_TO_NINETEEN = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
  'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** Counts below a hundred as words, larger ones as digits, which nobody reads faster spelt out. */
export function countInWords(count: number): string {
  const small = UP_TO_NINETEEN[count]
  if (small !== undefined) return small
  if (count >= 100) return String(count)
  const rest = count % 10
  return rest === 0 ? TENS[Math.floor(count / 10)] ?? '' : `${TENS[Math.floor(count / 10)]}-${UP_TO_NINETEEN[rest]}`
}
