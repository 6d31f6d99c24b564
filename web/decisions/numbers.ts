/** Numbers of entries in a line somebody typed: `#12, 30 and #7` → 12, 30, 7. */
export const numbersIn = (line: string): number[] => [...new Set((line.match(/\d+/g) ?? []).map(Number).filter((number) => Number.isSafeInteger(number) && number > 0))]
