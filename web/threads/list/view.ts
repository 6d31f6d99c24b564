export const VIEWS = ['all', 'unread', 'following', 'saved', 'open', 'resolved'] as const
/** Which threads a list shows. */
export type View = (typeof VIEWS)[number]

/** The view that an address asks for; everything unless it names another. */
export const viewOf = (text: unknown): View => VIEWS.find((view) => view === text) ?? 'all'
