import { notification } from '#commons/notifications'
import { decisions, items, meetings } from '#modules/deliberations'

/** Who wrote a point is told what becomes of it; who heads its service, what was said of it beyond her. */
export const toldOfItems = [
  notification(items, ['endorse', 'present', 'withdraw', ...decisions, 'reopen'], ['author']),
  notification(items, ['validate', 'step_back', 'send_back'], ['author', 'service:head']),
]

/** The members are told that the agenda stands, that it is open again and that the meeting is over. */
export const toldOfMeetings = notification(
  meetings,
  ['freeze', 'unfreeze', 'close'],
  [({ organ_id }) => [`organ:${organ_id}`]],
)
