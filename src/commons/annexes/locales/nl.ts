import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  'task.scan': 'Bijlagen op virussen onderzoeken',
  not_as_named:
    'De inhoud is niet wat de naam zegt: {names}. Open het bestand, bewaar het opnieuw in het juiste formaat en kies het dan.',
  program: 'Dit is een programma, dat niet bij een dossier wordt gevoegd: {names}.',
  quarantined:
    'In deze bijlage werd een virus gevonden: ze wordt aan niemand meer gegeven. Haal ze uit het dossier.',
  not_examined:
    'De virusscanner heeft deze bijlage nog niet onderzocht: probeer het zo dadelijk opnieuw.',
  'task.read': 'Bijlagen lezen voor het zoeken',
  unreadable: 'Alleen op titel te vinden: de tekst kon niet gelezen worden.',
  title: 'Bijlagen',
  add: 'Bestanden toevoegen',
  added: '{count, plural, one {Het bestand is toegevoegd.} other {# bestanden zijn toegevoegd.}}',
  added_some:
    '{count, plural, one {Eén bestand is toegevoegd.} other {# bestanden zijn toegevoegd.}} Niet toegevoegd, want leeg: {names}.',
  none_chosen: 'Er is geen bestand gekozen.',
  empty: 'Dit bestand is leeg: {names}. Kies een ander, of sla het opnieuw op.',
  removed: 'De bijlage is verwijderd.',
  remove: 'Verwijderen',
  help: 'PDF, afbeeldingen, documenten.',
  unnamed: 'Bestand zonder naam',
  none: 'Geen bijlage.',
  not_editable: 'In deze status kunt u de bijlagen niet wijzigen.',
  held_because:
    'Ze maken deel uit van het dossier; een ingetrokken bijlage wordt niet meer getoond, en haar bestand wordt na een termijn gewist.',
  held_personal: 'wat hun bestanden over personen zeggen',
  withdrawn: 'Bestanden van ingetrokken bijlagen',
  withdrawn_after: 'na de intrekking',
  withdrawn_because: 'Een vergissing is te herstellen; de geschiedenis houdt het feit.',
  'permission.download': 'Bijlagen van zichtbare dossiers downloaden',
}
