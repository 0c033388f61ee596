import { permission } from '#kernel/access'
import { usedBy, type Vocabulary } from '#commons/vocabularies'

/** What a point is about (catégorie); the order of the list also ranks points on an agenda. */
export const categories: Vocabulary = {
  name: 'deliberations.category',
  label: 'deliberations.category.list',
  help: 'deliberations.category.help',
  permission: permission('deliberations.category.keep'),
  uses: usedBy('deliberations.item', 'category_id'),
}
