import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  title: 'Bijlagen',
  add: 'Bestanden toevoegen',
  added:
    '{count, plural, =0 {Er is geen bestand gekozen.} one {Het bestand is toegevoegd.} other {# bestanden zijn toegevoegd.}}',
  removed: 'De bijlage is verwijderd.',
  remove: 'Verwijderen',
  help: 'PDF, afbeeldingen, documenten. Ten hoogste 64\u00A0MB per zending.',
  none: 'Geen bijlage.',
  not_editable: 'In deze status kunt u de bijlagen niet wijzigen.',
  held_because:
    'Ze maken deel uit van het dossier; een verwijderde bijlage wordt niet meer getoond, maar blijft bewaard.',
  held_personal: 'wat hun bestanden over personen zeggen',
}
