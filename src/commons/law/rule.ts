import { z } from 'zod'

/** The kinds of deliberating body (organe) for which the law has rules of their own. */
export const organKinds = [
  'council',
  'college',
  'cpas_council',
  'permanent_bureau',
  'provincial_council',
  'provincial_college',
  'police_council',
  'police_college',
  'rescue_council',
  'rescue_college',
  'general_assembly',
  'board',
  'restricted_bureau',
  'remuneration_committee',
  'audit_committee',
  'rca_board',
  'rca_bureau',
  'association_assembly',
  'association_board',
] as const
export type OrganKind = (typeof organKinds)[number]

const days = z.int().positive()

const delays = [
  /** Act so that this many clear days (jours francs) lie before the event. */
  z.strictObject({ kind: z.literal('clear_days_before'), days }),
  /** Calendar days, the day of the event excluded, the due day included. */
  z.strictObject({
    kind: z.literal('days_after'),
    days,
    moved: z.enum(['next_working_day', 'none']),
  }),
  /** Working days (jours ouvrables) of the administration, the day of the event excluded. */
  z.strictObject({ kind: z.literal('working_days_after'), days }),
  /** Calendar months: the same day of the month, or its last day where it is shorter. */
  z.strictObject({ kind: z.literal('months_after'), months: z.int().positive() }),
] as const

/** A moment in a term of office (législature): « à mi-législature » is 1/2. */
const termShare = z
  .strictObject({
    kind: z.literal('term_share'),
    numerator: z.int().positive(),
    denominator: z.int().positive(),
  })
  .refine(({ numerator, denominator }) => numerator <= denominator)

const majority = z.strictObject({
  kind: z.literal('majority'),
  /** Votes expressed are yes and no: abstentions, blank and void papers leave the base. */
  base: z.literal('expressed'),
  tie: z.enum(['rejected', 'postponed', 'president']),
  /** The tie on one matter from which it holds; from the first unless told. */
  afterTies: z.int().min(2).optional(),
})

const quorum = z.strictObject({
  kind: z.literal('quorum'),
  of: z.literal('in_office'),
  share: z.literal('majority'),
  /** The convocation of a point from which it is decided whatever the number present. */
  waivedFrom: z.int().min(2).nullable(),
})

const shareOfPresent = z.strictObject({
  kind: z.literal('share_of_present'),
  numerator: z.int().positive(),
  denominator: z.int().positive(),
})

const secretBallot = z.strictObject({
  kind: z.literal('secret_ballot'),
  matters: z
    .array(
      z.enum([
        'candidate_presentation',
        'appointment',
        'availability',
        'preventive_suspension',
        'discipline',
      ]),
    )
    .readonly(),
})

/** What a council does with what is brought before it, and how its act cites the law. */
const councilAct = z.strictObject({
  kind: z.literal('council_act'),
  /** Takes note (prend acte), without a vote; adopts, by a vote. */
  act: z.enum(['takes_note', 'adopts']),
  /** Who presents it; null where the law, as known here, does not say. */
  presentedBy: z.enum(['college']).nullable(),
  /** What stands after « Vu » in the act. */
  cited: z.string().min(1),
  /** The article by which what was decided is published; null where it is not known here. */
  publication: z.string().min(1).nullable(),
})

/** Whom an organ may call to sit where its votes are tied: a member of another organ of the authority. */
const calledMember = z.strictObject({ kind: z.literal('called_member'), from: z.enum(['council']) })

/** Members who vote for another, on whose written order (procuration). */
const proxy = z.strictObject({
  kind: z.literal('proxy'),
  /** How many others one member may vote for; 0: nobody does. */
  perHolder: z.int().min(0),
  /** Whether who is represented counts for the quorum. */
  counted: z.boolean(),
})

/** How somebody takes the place of whoever presides or keeps the minutes (remplacement), from a point of a sitting on. */
const replacement = z.strictObject({
  kind: z.literal('replacement'),
  /** By the order of precedence; by whoever may designate them. */
  by: z.array(z.enum(['rank', 'designation'])).readonly(),
})

/** How candidates are elected (nominations, présentations): the round that follows one without a majority. */
const election = z.strictObject({
  kind: z.literal('election'),
  /** How many candidates of the first round stay, for each post. */
  ballottage: z.int().min(1),
  /** Who is preferred of those with as many votes. */
  tie: z.enum(['eldest']),
})

/** Whether the sittings of an organ are open to the public. */
const sitting = z.strictObject({ kind: z.literal('sitting'), open: z.boolean() })

/** Matters of persons go into closed session (huis clos); `last`: no public point comes after it, but for discipline. */
const closedSession = z.strictObject({ kind: z.literal('closed_session'), last: z.boolean() })

/** How what an organ is said to have done becomes its minutes (procès-verbal). */
const minutes = z.strictObject({
  kind: z.literal('minutes'),
  /** At the next meeting; or by whoever signs them where the sitting ends. */
  approved: z.enum(['next_meeting', 'closing']),
  /** They may be drawn up and approved in the sitting itself (séance tenante), in whole or in part. */
  atOnce: z.boolean(),
})

/** Whether minutes say who voted against or abstained, or what was decided alone. */
const recordedVotes = z.strictObject({ kind: z.literal('recorded_votes'), names: z.boolean() })

/** Who convokes an organ (convocation) and signs with its secretary: its own president, or the college by the burgomaster. */
const convoker = z.strictObject({
  kind: z.literal('convoker'),
  by: z.enum(['college', 'president']),
})

/** Points of an agenda go with a note that explains them (note de synthèse explicative). */
const explanatoryNote = z.strictObject({
  kind: z.literal('explanatory_note'),
  of: z.literal('each_point'),
})

/** An amount, without VAT, in cents: what is above it is treated otherwise. */
const amount = z.strictObject({ kind: z.literal('amount'), cents: z.int().positive() })

/** What a rule of law says, as the column `value` of `commons.law_rule` holds it. */
export const ruleValue = z.discriminatedUnion('kind', [
  ...delays,
  termShare,
  majority,
  quorum,
  shareOfPresent,
  secretBallot,
  councilAct,
  calledMember,
  proxy,
  replacement,
  election,
  sitting,
  closedSession,
  minutes,
  recordedVotes,
  convoker,
  explanatoryNote,
  amount,
])

export type RuleValue = z.infer<typeof ruleValue>
export type Delay = z.infer<(typeof delays)[number]>
export type TermShare = z.infer<typeof termShare>
export type MajorityRule = z.infer<typeof majority>
export type QuorumRule = z.infer<typeof quorum>
export type CouncilAct = z.infer<typeof councilAct>
export type ShareOfPresent = z.infer<typeof shareOfPresent>
export type CalledMember = z.infer<typeof calledMember>
export type ProxyRule = z.infer<typeof proxy>
export type ReplacementRule = z.infer<typeof replacement>
export type ElectionRule = z.infer<typeof election>

/** What a rule is asked for as: a date is reckoned from a delay, a vote counted by a majority. */
export interface Shapes {
  delay: Delay
  term_share: TermShare
  majority: MajorityRule
  quorum: QuorumRule
  share_of_present: ShareOfPresent
  secret_ballot: z.infer<typeof secretBallot>
  council_act: CouncilAct
  called_member: CalledMember
  proxy: ProxyRule
  replacement: ReplacementRule
  election: ElectionRule
  sitting: z.infer<typeof sitting>
  closed_session: z.infer<typeof closedSession>
  minutes: z.infer<typeof minutes>
  recorded_votes: z.infer<typeof recordedVotes>
  convoker: z.infer<typeof convoker>
  explanatory_note: z.infer<typeof explanatoryNote>
  amount: z.infer<typeof amount>
}
export type Shape = keyof Shapes

/** The shape of what a rule says. */
export function shapeOf({ kind }: RuleValue): Shape {
  switch (kind) {
    case 'clear_days_before':
    case 'days_after':
    case 'working_days_after':
    case 'months_after':
      return 'delay'
    default:
      return kind
  }
}

/** One rule of law as it stood between two dates: a row of `commons.law_rule`. */
export interface LegalRule<V extends RuleValue = RuleValue> {
  /** What is ruled, for example `council.convocation`. */
  readonly key: string
  /** As a person cites it, for example « CDLD L1122-13, § 1er ». */
  readonly article: string
  /** Null: for every organ that has no rule of its own. */
  readonly organKind: OrganKind | null
  readonly value: V
  readonly validFrom: Temporal.PlainDate
  /** The first day on which the rule no longer holds; null while it does. */
  readonly validTo: Temporal.PlainDate | null
  /** Whether somebody checked the row against the text of the law. */
  readonly verified: boolean
  /** Where the rule was read. */
  readonly source: string
  /** What is doubtful in it, or to be known of it; empty where nothing is. */
  readonly note: string
}

/**
 * The rule in force on a date: that of the organ kind, else the one for all organs; when two rows
 * hold at once, the later. Undefined when the law (as known here) says nothing.
 */
export function ruleOn(
  rules: readonly LegalRule[],
  key: string,
  organKind: OrganKind | null,
  date: Temporal.PlainDate,
): LegalRule | undefined {
  const inForce = (byKey(rules).get(key) ?? []).filter((rule) => holdsOn(rule, date))
  const own = inForce.filter((rule) => rule.organKind === organKind)
  const general = inForce.filter((rule) => rule.organKind === null)
  return latest(own) ?? latest(general)
}

const keyed = new WeakMap<readonly LegalRule[], ReadonlyMap<string, LegalRule[]>>()

/** The rules of each key, found once: a long agenda asks for each of its points. */
function byKey(rules: readonly LegalRule[]): ReadonlyMap<string, LegalRule[]> {
  const found = keyed.get(rules) ?? Map.groupBy(rules, ({ key }) => key)
  keyed.set(rules, found)
  return found
}

/** Whether what a rule says has a shape. */
export function hasShape<S extends Shape>(rule: LegalRule, shape: S): rule is LegalRule<Shapes[S]> {
  return shapeOf(rule.value) === shape
}

function holdsOn(rule: LegalRule, date: Temporal.PlainDate): boolean {
  const begun = Temporal.PlainDate.compare(rule.validFrom, date) <= 0
  return begun && (!rule.validTo || Temporal.PlainDate.compare(date, rule.validTo) < 0)
}

function latest(rules: readonly LegalRule[]): LegalRule | undefined {
  return rules.toSorted((a, b) => Temporal.PlainDate.compare(b.validFrom, a.validFrom))[0]
}
