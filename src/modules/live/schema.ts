import { z } from 'zod'
import { id, optionalId } from '#kernel/http'

const Choice = z.enum(['yes', 'no', 'abstain'])
/** The point that is called. */
export const CalledPoint = z.object({ item_id: id() })
/** On what a vote is opened: a point, or what is put to it. */
export const OpenedVote = z.object({ item_id: id(), motion_id: optionalId() })
/** What somebody votes for a seat. */
export const Cast = z.object({ seat_id: id(), choice: Choice })
