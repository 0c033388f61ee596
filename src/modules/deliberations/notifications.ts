import { notification } from '#commons/notifications'
import { items } from './item.ts'
import { meetings } from './meeting.ts'
import { decisions } from './workflow.ts'

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
