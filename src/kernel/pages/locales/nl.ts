import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  trades: 'Domeinen',
  'trades.none': 'Geen domein van dit bestuur heet “{q}”.',
  'trades.find': 'Naam van het domein',
  'trades.look': 'Zoeken',
  'trades.waiting':
    '{count, plural, =0 {Niets wacht op u} one {# dossier wacht op u} other {# dossiers wachten op u}}',
  together: 'Samen',
  home: 'Terug naar de startpagina',
  styleguide: 'Stijlgids',
  'search.title': 'Zoeken',
  'search.more': 'De eerste {count, number} resultaten voor “{q}”, er zijn er meer',
  'search.narrow': 'Er zijn er meer: voeg een woord toe.',
  'search.count':
    '{count, plural, =0 {Geen resultaat} one {# resultaat} other {# resultaten}} voor “{q}”',
  'search.nothing':
    'In alles wat u mag lezen, stemt niets overeen met “{q}”. Probeer een ander woord.',
  'search.ask': 'Schrijf een woord, een referentie of het begin van een titel.',
  'public.description': 'Wat {authority} publiceert.',
  'public.lead':
    'Wat dit bestuur publiceert: elke tekst is een gedateerde kopie die niemand kan wijzigen.',
  'public.nothing': 'Hier is nog niets gepubliceerd.',
  'public.all': 'Alles bekijken',
  'public.sign_in': 'Aanmelden',
  'public.agents': 'Personeel en mandatarissen',
  'public.agents.lead': 'Werkt u voor dit bestuur, of bent u er verkozen?',
}
