import { z } from 'zod'
import { Edition } from '#kernel/pages'
import {
  flag,
  gathered,
  id,
  integer,
  line,
  longText,
  optionalDay,
  optionalId,
  optionalLines,
} from '#kernel/http'
import { UrgencyForm } from '#modules/sittings'

const Choice = z.enum(['yes', 'no', 'abstain'])
/** Seat → ballot, in a public vote. */
export const PublicVote = z.record(z.uuid(), Choice)
const count = () => integer(0, 1000).default(0)
/** Counts only, in a secret vote. */
export const SecretVote = z.object({
  yes: integer(0, 1000),
  no: count(),
  abstain: count(),
  blank: count(),
  invalid: count(),
})

/** A vote as its form sends it, told apart by `yes`: counts, or ballots as `ballots.<seat>`. */
export const VoteForm = z.preprocess(
  (given: Record<string, unknown>) => ({
    ...given,
    ballots: gathered('ballots')(given),
    secret: 'yes' in given,
  }),
  z.discriminatedUnion('secret', [
    SecretVote.extend({ ...Edition.shape, secret: z.literal(true) }),
    Edition.extend({ secret: z.literal(false), ballots: PublicVote }),
  ]),
)

/** Unanimity as its form sends it: with the ballots that are ticked there. */
export const UnanimityForm = z.preprocess(
  (given: Record<string, unknown>) => ({ ...given, ballots: gathered('ballots')(given) }),
  z.object({ ballots: PublicVote.default({}) }),
)

/** Who recognises an urgency before the discussion, as its form sends it; nobody erases it. */
export const UrgencyDeclaredForm = UrgencyForm.pick({ seats: true })
/** Who is called to sit. */
export const CalledForm = z.object({ seat_id: id() })

/** What is put to the vote before the whole. */
export const MotionForm = z.object({
  kind: z.enum(['amendment', 'part', 'option']),
  title: line(),
  proposed_by: optionalId(),
  secret: flag(),
  /** Of an amendment: the decision as it reads once it is adopted, in HTML. */
  proposal: longText(),
})

/** The number of the last point to which a vote is applied. */
export const ApplyingForm = z.object({ up_to: integer(1, 100_000) })

/** What a member wants noted beside their vote. */
export const RemarkForm = z.object({ remark: optionalLines(2000) })

const Chosen = z.union([z.enum(['no', 'abstain']), id()])
/** Seat → option, none of them, or nothing. */
export const PublicChoice = z.record(z.uuid(), Chosen)
/** Papers of a secret choice, those of each option by its id. */
export const SecretChoice = SecretVote.omit({ yes: true }).extend({
  options: z.record(z.uuid(), integer(0, 1000)),
})
/** A choice as its form sends it. */
export const ChoiceForm = z.preprocess(
  (given: Record<string, unknown>) => {
    const [ballots, options] = [gathered('ballots')(given), gathered('options')(given)]
    return { ...given, ballots, options, secret: Object.keys(options ?? {}).length > 0 }
  },
  z.discriminatedUnion('secret', [
    SecretChoice.extend({ ...Edition.shape, secret: z.literal(true) }),
    Edition.extend({ secret: z.literal(false), ballots: PublicChoice }),
  ]),
)

export const Decided = z.object({
  verb: z.enum(['accept', 'accept_modified', 'refuse', 'delay', 'remove', 'treat', 'reopen']),
})

const Candidate = z.object({ name: line(), born_on: optionalDay({ since: 1900, ahead: 0 }) })
/** How many posts are to be filled, and who stands. */
export const Stands = z.object({ posts: integer(1, 50), candidates: z.array(Candidate).max(100) })
/** The same as its form sends it: a candidate a line, with the day of birth behind `;`. */
export const StandsForm = z.object({
  posts: integer(1, 50),
  candidates: optionalLines(10_000)
    .transform((text) =>
      text.split('\n').flatMap((one) => {
        const [name = '', born_on = ''] = one.split(';').map((part) => part.trim())
        const told: { name: string; born_on: string | null } = { name, born_on }
        return name ? [told] : []
      }),
    )
    .pipe(z.array(Candidate).max(100)),
})

const paper = () => integer(0, 1000)
/** What is counted of a round. */
export const CountedRound = z.object({
  papers: paper(),
  blank: paper().default(0),
  invalid: paper().default(0),
  votes: z.record(z.uuid(), paper()),
})
/** A round as its form sends it. */
export const RoundForm = z.preprocess(
  (given: Record<string, unknown>) => ({ ...given, votes: gathered('votes')(given) }),
  CountedRound.extend(Edition.shape),
)
