/**
 * What a token may be allowed to do. A session of a signed-in person has all of them.
 * A token is granted exactly the scopes it was made with; a request needs exactly the one of its operation.
 */
export const SCOPES = [
  'account:read', 'account:write',
  'people:read', 'people:write',
  'spaces:read', 'spaces:write',
  'handoffs:read', 'handoffs:write',
  'checkins:read', 'checkins:write',
  'threads:read', 'threads:write',
  'asks:read', 'asks:write',
  'decisions:read', 'decisions:write',
  'pages:read', 'pages:write',
  'attention:read', 'attention:write',
  'files:read', 'files:write',
  'search:read',
  'agreement:read', 'agreement:write',
  'admin:read', 'admin:write',
] as const
export type Scope = (typeof SCOPES)[number]

/** Scopes that a new token gets when its maker chose none: reading only. */
export const READ_SCOPES: readonly Scope[] = SCOPES.filter((scope) => scope.endsWith(':read') && scope !== 'admin:read')
