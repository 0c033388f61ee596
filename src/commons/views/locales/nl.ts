import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  title: 'Weergaven',
  shown: 'Weergave: {view}',
  unsaved: 'niet opgeslagen',
  save: 'Deze weergave opslaan',
  name: 'Naam van de weergave',
  share: 'Delen met collega’s',
  share_help: 'Zij zullen de weergave zien; ieder ziet er alleen waartoe hij toegang heeft.',
  keep: 'Opslaan',
  saved: 'De weergave “{name}” is opgeslagen.',
  taken: 'U hebt al een weergave “{name}” van deze lijst.',
  not_understood: 'Deze lijst begrijpt deze voorwaarden niet: de weergave is niet bewaard.',
  too_many: 'U hebt al {most, number} weergaven van deze lijst: verwijder er eerst een.',
  lapsed: '{name} (geldt niet meer)',
  lapsed_why:
    'Deze weergave geldt niet meer: de lijst begrijpt een van haar voorwaarden niet meer en toont alles.',
  remove: 'Deze weergave verwijderen',
  remove_sure: 'De weergave “{name}” verwijderen?',
  removed: 'De weergave “{name}” is verwijderd.',
  columns: '{count, number} {count, plural, one {kolom} other {kolommen}} van {all, number}',
  'columns.shown': 'Getoond, in volgorde',
  'columns.others': 'Andere',
  'columns.keep': 'Toepassen',
  'columns.yours': 'De volgorde is alleen voor u, per weergave.',
  'columns.up': '“{label}” naar voren',
  'columns.down': '“{label}” naar achteren',
}
