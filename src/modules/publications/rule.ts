import { sql } from 'kysely'
import { Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { administrator, agent } from '#commons/directory'
import { type Dossier, readMany } from '#commons/dossiers'
import type { OrganKind } from '#commons/law'
import { openOrgans, organ, organs } from '#commons/organs'
import {
  byNameIn,
  choice,
  type Field,
  oneOf,
  type OwnColumns,
  type RecordKind,
  text,
  yesNo,
} from '#commons/records'
import { plainKind, plainVerbs } from '#commons/registers'
import { workflow } from '#commons/workflow'
import { secretariat } from '#modules/deliberations'

/** Yes as long as nobody says no. */
const unlessTold = (field: Field<boolean>): Field<boolean> => ({
  ...field,
  absent: true,
  input: (name, value, asked) => field.input(name, value ?? true, asked),
})

const amounts = ['no', 'titles', 'whole'] as const

/** What is said of what an organ makes public (règle de publication), in the order of its form. */
export const ruleFields = {
  title: text(120, { label: 'publications.rule.title', help: 'publications.rule.title_help' }),
  organ_id: oneOf(
    { all: organs, open: openOrgans, order: byNameIn('commons.organ') },
    { label: 'publications.rule.organ' },
  ),
  projects: choice(amounts, (one) => t(`publications.amount.${one}`), {
    label: 'publications.rule.projects',
    help: 'publications.rule.projects_help',
  }),
  decisions: choice(amounts, (one) => t(`publications.amount.${one}`), {
    label: 'publications.rule.decisions',
  }),
  since: choice(['closed', 'approved'], (one) => t(`publications.since.${one}`), {
    label: 'publications.rule.since',
    help: 'publications.rule.since_help',
  }),
  names: yesNo({ label: 'publications.rule.names', help: 'publications.rule.names_help' }),
  judged: unlessTold(
    yesNo({ label: 'publications.rule.judged', help: 'publications.rule.judged_help' }),
  ),
  second_look: yesNo({
    label: 'publications.rule.second_look',
    help: 'publications.rule.second_look_help',
  }),
}

type RuleRecord = Dossier<OwnColumns<typeof ruleFields>>

const keepers = [administrator, secretariat]

export const ruleWorkflow = workflow('publications.rule', {
  initial: 'used',
  states: { used: { tone: 'good', edits: keepers }, ended: { tone: 'neutral' } },
  transitions: {
    end: { from: ['used'], to: 'ended', who: keepers },
    resume: { from: ['ended'], to: 'used', who: keepers, back: true },
  },
})

const rules = plainKind(ruleFields, ruleWorkflow, {
  path: '/publications/rules',
  readers: () => [agent.principal],
})

const rulesOf = (organId: string, { all = false } = {}): Promise<RuleRecord[]> =>
  readMany<OwnColumns<typeof ruleFields>>(
    rules,
    sql<string[]>`array(select p.id from publications.rule p join commons.dossier r
      using (tenant_id, id) where p.organ_id = ${organId} and (${all} or r.state = 'used'))`,
  )

/** The rules with these ids. */
export const rulesWith = (ids: readonly string[]): Promise<RuleRecord[]> =>
  readMany<OwnColumns<typeof ruleFields>>(rules, ids)

/** An organ has one. */
async function weigh({ organ_id }: { organ_id: string }, own?: string): Promise<void> {
  const [known] = await rulesOf(organ_id, { all: true })
  if (known && known.id !== own) throw Invalid.field('organ_id', 'publications.rule.twice')
}

export const ruleRecord: RecordKind<typeof ruleFields, OwnColumns<typeof ruleFields>> = plainVerbs(
  rules,
  ruleFields,
  ruleWorkflow,
  { weigh },
)

/** What of the meetings of an organ leaves the house, and from when on. */
export interface PublicRule {
  readonly projects: (typeof amounts)[number]
  readonly decisions: (typeof amounts)[number]
  readonly since: 'closed' | 'approved'
  readonly names: boolean
  /** What says who somebody is must be judged before a point leaves; and looked at by a second person. */
  readonly judged: boolean
  readonly second_look: boolean
}

const looked = { judged: true, second_look: false }
const everything: PublicRule = {
  projects: 'whole',
  decisions: 'whole',
  since: 'closed',
  names: true,
  ...looked,
}
const nothing: PublicRule = {
  ...{ projects: 'no', decisions: 'no', since: 'closed', names: false },
  ...looked,
}

/** Those whose meetings are public by law: their projects and decisions are, unless they say otherwise. */
const open: ReadonlySet<OrganKind> = new Set(['council', 'provincial_council'])

/** What an organ said it makes public; what it does where it said nothing. */
export async function publicRuleOf(organId: string): Promise<PublicRule> {
  const [said] = await rulesOf(organId)
  if (said) {
    const { projects, decisions, since, names, judged, second_look } = said
    return { projects, decisions, since, names, judged, second_look }
  }
  return open.has((await organ(organId)).kind) ? everything : nothing
}
