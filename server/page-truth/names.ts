/** When whoever minds a page is reminded that its time runs out. */
export const REMIND = 'page.remind'

/** Sources of inbox items. `LOOK`: look at a page again. `WRONG`: a reader says that it is wrong. Both oblige whoever minds it. */
export const LOOK = 'pages.look'
export const WRONG = 'pages.wrong'
/** What somebody reported was dealt with. */
export const SETTLED = 'pages.settled'
/** Somebody minds a page from now on. */
export const OWNED = 'pages.owned'
/** A remark on a passage, for whoever minds the page and whoever spoke in the same talk. */
export const REMARK = 'pages.remark'
