import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  title: 'Hulp',
  lead: 'Wat u hier kunt doen, taak per taak. Zoek met een woord van uw vak.',
  about: 'Taken die spreken van',
  search: 'Zoeken',
  none: 'Geen taak die u kunt doen spreekt hiervan. Probeer een korter woord.',
  common: 'Overal',
  begin: 'Beginnen',
  'permission.read': 'De hulp lezen',
  find: 'Een dossier, een persoon of een woord terugvinden',
  'find.steps':
    'Typ in het veld bovenaan; de toets / leidt erheen.\nEen nummer, een naam of een woord van de tekst of van een bijlage volstaat.\nBeperk per vak of datum.',
  inbox: 'Zien wat op mij wacht',
  'inbox.steps':
    'De inbox verzamelt wat in alle vakken op u wacht, met termijn en reden.\nTabbladen scheiden de soorten.\nWat anderen doen, staat in de berichten: de bel bovenaan.',
  draft: 'Een begonnen tekst hernemen',
  'draft.steps':
    'Wat u typt, wordt na enkele seconden bewaard, alleen voor u, dertig dagen.\nOpen hetzelfde formulier of uw concepten, op elk toestel.\nOm er twee tegelijk te schrijven, kies “Een ander ernaast beginnen”.',
  keys: 'Snel met het toetsenbord',
  'keys.steps':
    '/ leidt naar zoeken, G naar het menu.\nIn een agenda neemt de spatiebalk een punt, pijlen verplaatsen het, de spatiebalk legt het neer.\nDeze toetsen kunnen uit.',
}
