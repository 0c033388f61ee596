import { z } from 'zod'
import { publicText } from '#commons/publication'
import { WebAddress } from './web-address.ts'

const Organ = z.strictObject({ name: z.string(), kind: z.string() })

const PublicVote = z.strictObject({
  /** What was put to the vote; null: the whole. */
  about: z.string().nullable(),
  secret: z.boolean(),
  ...{ yes: z.int(), no: z.int(), abstain: z.int(), blank: z.int(), invalid: z.int() },
  adopted: z.boolean(),
  /** The article by which it was counted; empty where other software told the vote, which says none. */
  article: z.string(),
  /** Who voted what, of a public vote, where the organ shows it. */
  voters: z.array(z.strictObject({ name: z.string(), choice: z.string() })),
})
export type PublicVote = z.output<typeof PublicVote>

const PublicAnnex = z.strictObject({
  title: z.string(),
  /** SHA-256 of its bytes: of the file that was made for everybody. */
  hash: z.string(),
  type: z.string(),
  /** In bytes. */
  size: z.int(),
  /** As it is downloaded; those of older copies were not. */
  name: z.string().optional(),
  pages: z.int().optional(),
  /** SHA-256 of the picture of its first page. */
  preview: z.string().optional(),
})
export type PublicAnnex = z.output<typeof PublicAnnex>

/** What everybody may know of a point: the whitelist. */
export const PublicPoint = z.strictObject({
  stage: z.enum(['project', 'decision']),
  /** Whether its words are there, or its title alone. */
  whole: z.boolean(),
  organ: Organ,
  /** The slug of its meeting. */
  meeting: z.string(),
  /** When its meeting is or was to begin. */
  starts_at: z.iso.datetime({ offset: true }),
  number: z.string(),
  reference: z.string(),
  subject: z.string().nullable(),
  in_charge: z.array(z.string()),
  /** By which day its project was to be public, and by which article, where somebody has read it; null: no rule asks for it. */
  due: z.strictObject({ day: z.iso.date(), article: z.string().nullable() }).nullish(),
  places: z.array(z.string()),
  /** How it ended; null of a project. */
  outcome: z.string().nullable(),
  /** The explanatory note of its project (note de synthèse explicative), where it has one. */
  note: publicText().optional(),
  /** « LE CONSEIL COMMUNAL, » and « ARRÊTE », of what was adopted. */
  organ_speaks: z.string().nullable(),
  motivation: publicText(),
  sentences: z.array(z.string()),
  verb: z.string().nullable(),
  decision: publicText(),
  /** Where the authority explains what it masked in these words. */
  masked_link: z.string().optional(),
  votes: z.array(PublicVote),
  annexes: z.array(PublicAnnex),
})
export type PublicPoint = z.output<typeof PublicPoint>

/** A line of a public agenda: a point, or that one is kept back and why. */
const PublicLine = z.strictObject({
  number: z.string(),
  title: z.string(),
  /** Of its page; null where there is none. */
  slug: z.string().nullable(),
  stage: z.enum(['project', 'decision']).nullable(),
  outcome: z.string().nullable(),
  /** Why who publishes keeps it back. */
  withheld: z.string().nullable(),
})

const Instant = z.iso.datetime({ offset: true })

/** Who was there when a meeting opened, where its organ shows names. */
const PublicAttendance = z.strictObject({
  chair: z.string().nullable(),
  secretary: z.string().nullable(),
  members: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      presence: z.enum(['present', 'excused', 'absent']),
    }),
  ),
})
export type PublicAttendance = z.output<typeof PublicAttendance>

/** What everybody may know of a meeting: the whitelist. */
export const PublicMeeting = z.strictObject({
  organ: Organ,
  starts_at: z.iso.datetime({ offset: true }),
  place: z.string(),
  state: z.enum(['planned', 'held', 'cancelled']),
  points: z.array(PublicLine),
  /** Where it is seen or heard. */
  video: WebAddress.optional(),
  /** Of one that was held: when it opened and closed, and when it was suspended in between. */
  opened_at: Instant.optional(),
  closed_at: Instant.optional(),
  suspensions: z.array(z.strictObject({ from: Instant, until: Instant })).optional(),
  attendance: PublicAttendance.optional(),
  /** It ended for want of quorum: what stood on it waits for another (CDLD L1122-17). */
  lifted: z.literal(true).optional(),
})
export type PublicMeeting = z.output<typeof PublicMeeting>
