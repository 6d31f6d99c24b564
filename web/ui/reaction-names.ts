/** Answers that are given most; in sight, so that nobody searches for them. */
export const USUAL_REACTIONS: readonly { emoji: string, name: string }[] = [
  { emoji: '👍', name: 'Agreed' }, { emoji: '👀', name: 'Seen' }, { emoji: '✅', name: 'Done' }, { emoji: '🙏', name: 'Thank you' }, { emoji: '🎉', name: 'Well done' },
]

const byEmoji = new Map(USUAL_REACTIONS.map(({ emoji, name }) => [emoji, name]))

/** What a reaction says; other emoji speak for themselves. */
export const reactionName = (emoji: string): string => byEmoji.get(emoji) ?? emoji
