import { sql } from 'kysely'
import { Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { administrator, agent } from '#commons/directory'
import { type Dossier, readMany } from '#commons/dossiers'
import { openOrgans, organs } from '#commons/organs'
import {
  byNameIn,
  choice,
  date,
  oneOf,
  optional,
  type OwnColumns,
  termsOf,
  text,
  yesNo,
} from '#commons/records'
import { plainKind, plainVerbs } from '#commons/registers'
import { workflow } from '#commons/workflow'
import { categories, secretariat } from '#modules/deliberations'

/** What is said of how an organ does things (usages), in the order of its form. */
export const practiceFields = {
  title: text(120, { label: 'practices.practice.title', help: 'practices.practice.title_help' }),
  organ_id: oneOf(
    { all: organs, open: openOrgans, order: byNameIn('commons.organ') },
    { label: 'practices.practice.organ' },
  ),
  hides: yesNo({ label: 'practices.practice.hides', help: 'practices.practice.hides_help' }),
  goes_on: choice(['no', 'year', 'since'], (one) => t(`practices.goes_on.${one}`), {
    label: 'practices.practice.goes_on',
    help: 'practices.practice.goes_on_help',
  }),
  since: optional(
    date({ label: 'practices.practice.since', help: 'practices.practice.since_help' }),
  ),
  categories: termsOf(categories.name, {
    label: 'practices.practice.categories',
    help: 'practices.practice.categories_help',
  }),
}

export type Practice = Dossier<OwnColumns<typeof practiceFields>>

const keepers = [administrator, secretariat]

export const practiceWorkflow = workflow('practices.practice', {
  initial: 'used',
  states: { used: { tone: 'good', edits: keepers }, ended: { tone: 'neutral' } },
  transitions: {
    end: { from: ['used'], to: 'ended', who: keepers },
    resume: { from: ['ended'], to: 'used', who: keepers, back: true },
  },
})

const practices = plainKind(practiceFields, practiceWorkflow, {
  path: '/practices/practices',
  readers: () => [agent.principal],
})

/** An organ has one, and numbers that go on since a day say since which. */
async function weigh(
  { organ_id, goes_on, since }: OwnColumns<typeof practiceFields>,
  own?: string,
): Promise<void> {
  const [known] = await practicesOf(organ_id, { all: true })
  if (known && known.id !== own) throw Invalid.field('organ_id', 'practices.practice.twice')
  if (goes_on === 'since' && !since) throw Invalid.field('since', 'practices.practice.since_needed')
}

export const practiceRecord = plainVerbs(practices, practiceFields, practiceWorkflow, { weigh })

/** How an organ does things now, one at most; or what it ever was. */
export const practicesOf = (organId: string, { all = false } = {}): Promise<Practice[]> =>
  readMany<OwnColumns<typeof practiceFields>>(
    practices,
    sql<string[]>`array(select p.id from practices.practice p join commons.dossier r
      using (tenant_id, id) where p.organ_id = ${organId} and (${all} or r.state = 'used'))`,
  )
