import { sql } from 'kysely'
import { z } from 'zod'
import { Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { administrator, agent } from '#commons/directory'
import { type Dossier, readMany } from '#commons/dossiers'
import { organs, openOrgans } from '#commons/organs'
import { byNameIn, choice, oneOf, type OwnColumns, rowsOf, term, text } from '#commons/records'
import { plainKind, plainVerbs } from '#commons/registers'
import { workflow } from '#commons/workflow'
import { categories, secretariat } from '#modules/deliberations'

const anOrgan = { all: organs, open: openOrgans, order: byNameIn('commons.organ') }
const aCategory = (
  label: 'sendings.destination.category_from' | 'sendings.destination.category_to',
) => term(categories.name, { label, none: 'deliberations.item.no_category' })

/** What is said of a way from an organ to another (destination), in the order of its form. */
export const destinationFields = {
  title: text(120, {
    label: 'sendings.destination.title',
    help: 'sendings.destination.title_help',
  }),
  from_id: oneOf(anOrgan, { label: 'sendings.destination.from' }),
  to_id: oneOf(anOrgan, { label: 'sendings.destination.to' }),
  sent_when: choice(['accepted', 'frozen', 'manual'], (one) => t(`sendings.when.${one}`), {
    label: 'sendings.destination.when',
  }),
  up_to: choice(
    ['validated', 'created', 'proposed', 'presented'],
    (one) => t(`sendings.up_to.${one}`),
    { label: 'sendings.destination.up_to', help: 'sendings.destination.up_to_help' },
  ),
  privacy: choice(['same', 'public', 'secret'], (one) => t(`sendings.privacy.${one}`), {
    label: 'sendings.destination.privacy',
    help: 'sendings.destination.privacy_help',
  }),
  categories: rowsOf(
    100,
    {
      from: aCategory('sendings.destination.category_from'),
      to: aCategory('sendings.destination.category_to'),
    },
    { label: 'sendings.destination.categories', help: 'sendings.destination.categories_help' },
  ),
}

export type Destination = Dossier<OwnColumns<typeof destinationFields>>

const keepers = [administrator, secretariat]

export const destinationWorkflow = workflow('sendings.destination', {
  initial: 'used',
  states: { used: { tone: 'good', edits: keepers }, ended: { tone: 'neutral' } },
  transitions: {
    end: { from: ['used'], to: 'ended', who: keepers },
    resume: { from: ['ended'], to: 'used', who: keepers, back: true },
  },
})

export const destinations = plainKind(destinationFields, destinationWorkflow, {
  path: '/sendings/destinations',
  readers: () => [agent.principal],
})

const Rows = z.array(z.object({ from: z.uuid().nullable(), to: z.uuid().nullable() }))

/** The category there of a category here; the same where nothing else is said (F03). */
export const categoryThere = ({ categories: rows }: Destination, here: string | null) =>
  Rows.parse(rows).find(({ from }) => from === here)?.to ?? here

/** It leads elsewhere, once from each organ, and says of each category once what it is there. */
async function weigh(
  { from_id, to_id, categories: rows }: OwnColumns<typeof destinationFields>,
  own?: string,
): Promise<void> {
  if (from_id === to_id) throw Invalid.field('to_id', 'sendings.destination.itself')
  const known = await destinationsFrom(from_id, { all: true })
  if (known.some((one) => one.to_id === to_id && one.id !== own))
    throw Invalid.field('to_id', 'sendings.destination.twice')
  const mapped = Rows.parse(rows ?? [])
  const from = mapped.map((one) => one.from)
  if (mapped.some((one) => !one.from || !one.to) || new Set(from).size < from.length)
    throw Invalid.field('categories', 'sendings.destination.category_twice')
}

export const destinationRecord = plainVerbs(destinations, destinationFields, destinationWorkflow, {
  weigh,
})

/** The ways from an organ that are in use; or all that ever were. */
export const destinationsFrom = (organId: string, { all = false } = {}): Promise<Destination[]> =>
  readMany<OwnColumns<typeof destinationFields>>(
    destinations,
    sql<string[]>`array(select e.id from sendings.destination e join commons.dossier r
      using (tenant_id, id) where e.from_id = ${organId} and (${all} or r.state = 'used'))`,
  )
