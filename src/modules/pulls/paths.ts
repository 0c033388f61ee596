/** The addresses of how a source is fetched. */
export const settingPath = (source: string) => `/pulls/${source}`
export const meetingsPath = (source: string) => `${settingPath(source)}/meetings`
export const meetingPath = (source: string, uid: string) =>
  `${meetingsPath(source)}/${encodeURIComponent(uid)}`
export const runPath = (source: string, run: string) => `${settingPath(source)}/runs/${run}`
