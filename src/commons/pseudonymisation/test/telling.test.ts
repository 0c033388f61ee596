import { expect, test } from 'vitest'
import { tellingOf } from '../telling.ts'

test.for([
  ['Nomination d’une institutrice', 'appointment', true],
  ['Désignation du secrétaire de zone', 'appointment', true],
  ['Désignation de l’adjudicataire du marché de voirie', 'other', false],
  ['MISE EN DISPONIBILITÉ pour maladie', 'availability', true],
  ['Suspension préventive d’un ouvrier', 'preventive_suspension', true],
  ['Sanction disciplinaire : réprimande', 'discipline', true],
  ['Présentation de candidats à l’intercommunale', 'candidate_presentation', true],
  ['Sanction d’un agent', 'other', true],
  ['Aide sociale à Mme Dubois', 'other', true],
  ['Demande de M. Évrard', 'other', true],
  ['Rue M. Dupont'.replace('M. Dupont', 'Monseigneur'), 'other', false],
  ['Règlement relatif aux sanctions administratives', 'other', true],
  ['Réfection de la rue du Moulin', 'other', false],
  ['Budget extraordinaire de 12 M. d’euros', 'other', false],
] as const)('« %s » tells of %s, of a person: %s', ([title, matter, person]) => {
  expect(tellingOf(title)).toEqual({ matter, person })
})
