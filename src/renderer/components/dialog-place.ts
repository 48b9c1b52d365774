/** The id of the element that dialogs are put into: between the bars, so that none covers them. */
export const DIALOGS = 'dialogs'
