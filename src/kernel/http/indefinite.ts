/** « a permit », « an advice »: as the summaries of the API, which are English, speak of one. */
export const indefinite = (what: string): string => `${/^[aeiou]/i.test(what) ? 'an' : 'a'} ${what}`
