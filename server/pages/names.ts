/** Somebody is named in a page. */
export const MENTION = 'pages.mention'
