import { may, type Policy, permission } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import './locales/index.ts'
import { pages } from './pages.tsx'
import { vocabularies } from './vocabulary.ts'

export { termChoices } from './choices.ts'
export { goalKey, goals } from './goals.ts'
export { type Term, addTerm, allTerms, ensureTerm, giveTerms, terms } from './term.ts'
export { type Vocabulary, usedBy, vocabularies } from './vocabulary.ts'

/** Keeps at least one of the lists. */
const keeper: Policy = () => vocabularies.all().some((one) => may(one.permission))

/** The lists of words that an authority keeps for itself. */
export const vocabulariesModule: Module = {
  name: 'vocabularies',
  floor: 'commons',
  nature: 'always',
  needs: ['dossiers'],
  permissions: { keep: keeper },
  pages,
  fills: [
    fill(navigation, {
      section: 'together',
      label: 'vocabularies.title',
      settles: 'vocabularies.settles',
      href: '/vocabularies',
      icon: 'list',
      permission: permission('vocabularies.keep'),
    }),
  ],
}
