/** Where to go after signing in: a path of this app, never another site. */
export function safeBack(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/') || /^\/[/\\]/.test(value)) return '/'
  return value.startsWith('/sign-in') || value.startsWith('/start') ? '/' : value
}
