import { z } from 'zod'
import { gathered, id, integer, line, optionalId, optionalLine } from '#kernel/http'

/** The point that is called. */
export const CalledPoint = z.object({ item_id: id() })

/** What the kit of a vote hands over: bytes as base64url. */
const bytes = (most: number) =>
  z
    .base64url()
    .max(most)
    .transform((text) => Buffer.from(text, 'base64url'))

/** To which ballots of a secret vote are sealed: a point of the curve P-256, as its 65 bytes. */
const boxKey = () =>
  optionalLine(100).refine((key) => key === '' || /^B[\w-]{86}$/.test(key), { error: 'wrong' })

/** On what a vote is opened: a point, or what is put to it. */
export const OpenedVote = z.object({
  ...{ item_id: id(), motion_id: optionalId() },
  box_key: boxKey().transform((key) => key || null),
})

/** What somebody votes for a seat: for, against, nothing; or an option. */
export const Cast = z.object({
  seat_id: id(),
  choice: z.union([z.enum(['yes', 'no', 'abstain']), id()]),
})

/** For whom a paper is signed, and what, blinded. */
export const AskedPaper = z.object({ seat_id: id(), blinded: bytes(400) })
export const LostPaper = z.object({ seat_id: id() })

/** A sealed ballot, with the paper by which it is cast; nothing says whose it is. */
export const SealedBallot = z.strictObject({
  vote: id(),
  ...{ paper: bytes(400), proof: bytes(400), sealed: bytes(8000), signed: bytes(400) },
})

const papers = () => integer(0, 1000).default(0)
/** What opens the box, and what was counted by hand besides. */
export const CountedBox = z.object({
  key: line(100),
  by_hand: z
    .object({
      named: z.record(z.union([z.enum(['yes', 'no', 'abstain']), z.uuid()]), integer(0, 1000)),
      ...{ papers: papers(), blank: papers(), invalid: papers() },
    })
    .default({ named: {}, papers: 0, blank: 0, invalid: 0 }),
})
/** The same as its form sends it. */
export const CountedBoxForm = z.preprocess(
  (given: Record<string, unknown>) => ({
    key: given['key'],
    by_hand: {
      ...{ papers: given['papers'], blank: given['blank'], invalid: given['invalid'] },
      named: gathered('named')(given),
    },
  }),
  CountedBox,
)
