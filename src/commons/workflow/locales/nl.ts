import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  not_from_here: 'Dat is niet mogelijk in de status “{state}”.',
  for_others: 'Deze handeling komt anderen toe: {who}.',
  comment_needed: 'Zeg waarom.',
  comment: 'Waarom',
  stepped: 'Gedaan: {state}.',
  steps: 'De status wijzigen',
  step_why: '{label} (met reden)',
  hindered: 'Wat nog ontbreekt',
  'doer.nobody': 'niemand rechtstreeks',
  'doer.author': 'de auteur',
  'doer.own.editors': 'wie ervoor verantwoordelijk is',
  'doer.own.bearers': 'wie ermee belast is',
  'doer.service.editor': 'de opstellers van de dienst',
  'doer.service.head': 'het diensthoofd',
}
