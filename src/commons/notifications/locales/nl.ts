import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  title: 'Meldingen',
  lead: '{count, plural, =0 {Niets nieuws.} one {# nieuwe} other {# nieuwe}}',
  new_count: 'nieuwe',
  kept_after: 'na de gebeurtenis',
  kept_because: 'Een herinnering: de geschiedenis van het dossier bewaart het feit.',
  none: 'Er werd u nog niets gemeld. Wat anderen met uw dossiers doen, zal hier staan.',
  by: '{who} {deed}',
  because: '{who} {deed}: ‘{why}’',
  marked: 'Als gelezen gemarkeerd.',
  seen: 'Als gelezen markeren',
  seen_all: 'Alles als gelezen markeren',
  new: 'Nieuw',
  before: 'Gelezen',
  wishes: 'Kiezen wat mij gemeld wordt',
  wishes_lead: 'Wat op u wacht, blijft altijd bij ‘Te behandelen’.',
  wishes_none: 'Geen domein van uw bestuur meldt iets.',
  somebody: '… {deed}',
  save: 'Opslaan',
  saved: 'Uw keuze is opgeslagen.',
}
