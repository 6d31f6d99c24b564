/** One @ with something on both sides and a dot after it; the server checks the rest. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/

export const isEmail = (typed: string): boolean => EMAIL.test(typed.trim())

/** Addresses out of text as people paste it: commas, semicolons, spaces, lines and `Mei Tanaka <mei@example.org>`. Each once. */
export function emailsIn(typed: string): { emails: string[], wrong: string[] } {
  const bracketed = [...typed.matchAll(/<([^<>\s]+)>/g)].map((match) => match[1] ?? '')
  const rest = typed.replaceAll(/[^,;\n<]*<[^<>]*>/g, ' ').split(/[\s,;]+/)
  const all = [...bracketed, ...rest].filter((part) => part !== '')
  const once = all.filter((part, at) => all.findIndex((other) => other.toLowerCase() === part.toLowerCase()) === at)
  return { emails: once.filter(isEmail), wrong: once.filter((part) => !isEmail(part)) }
}
