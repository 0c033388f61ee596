import type { ItemAnswer } from './shapes.ts'

/** `secret` is the closed session (huis clos). */
export type Privacy = 'public' | 'secret'

/** `itemNumber` in hundredths; without it the displayed « 2.1 », which is 201 there. */
export function numberOf(
  answer: Pick<ItemAnswer, 'itemNumber' | 'formatted_itemNumber'>,
): number | null {
  if (answer.itemNumber) return answer.itemNumber
  const shown = /^(\d{1,5})(?:\.(\d{1,2}))?$/.exec(answer.formatted_itemNumber ?? '')
  return shown ? Number(shown[1]) * 100 + Number(shown[2] ?? 0) || null : null
}

/** « 6.1 » for 601: hundredths of a number, as PloneMeeting counts. */
export function shownNumber(hundredths: number): string {
  const part = hundredths % 100
  return `${Math.floor(hundredths / 100)}${part ? `.${part}` : ''}`
}

/** PloneMeeting tells headings, information and advice apart within public and closed session. */
export function privacyOf(token: string | null | undefined): Privacy | null {
  const [, privacy] = /^(public|secret)(?:_heading|_info|_advice)?$/.exec(token ?? '') ?? []
  return privacy === 'public' || privacy === 'secret' ? privacy : null
}
