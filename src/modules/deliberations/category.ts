import type { RawBuilder } from 'kysely'
import { permission } from '#kernel/access'
import { allServices, services } from '#commons/directory'
import { usedBy, type Vocabulary } from '#commons/vocabularies'

/** What a point is about (catégorie); the order of the list also ranks points on an agenda. */
export const categories: Vocabulary = {
  name: 'deliberations.category',
  label: 'deliberations.category.list',
  help: 'deliberations.category.help',
  permission: permission('deliberations.category.keep'),
  uses: usedBy('deliberations.item', 'category_id'),
}

/** How a point is filed besides its category (classement). */
export const classifiers: Vocabulary = {
  name: 'deliberations.classifier',
  label: 'deliberations.classifiers',
  permission: permission('deliberations.category.keep'),
  uses: usedBy('deliberations.item', 'classifier_id'),
}

/** The committees of the council that look at a point before it is decided (commissions). */
export const committees: Vocabulary = {
  name: 'deliberations.committee',
  label: 'deliberations.committees',
  permission: permission('deliberations.category.keep'),
  uses: usedBy('deliberations.item', 'committees'),
}

const inOrder = async (all: Promise<readonly { id: string; label: string }[]>) =>
  (await all).map(({ id, label: name }) => ({ id, name }))

/** The services of the authority, for those that are associated with a point. */
export const everyService = {
  all: () => inOrder(allServices()),
  open: () => inOrder(services()),
  order: (column: RawBuilder<unknown>) => column,
}
