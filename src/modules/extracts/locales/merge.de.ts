import type { fr } from './fr.ts'

/** What templates may name of points and meetings, in German: who writes one chooses of these words. */
export const mergeDe: Partial<Record<keyof typeof fr, string>> = {
  'merge.meeting': 'Sitzung',
  'merge.organ': 'Organ',
  'merge.day': 'Sitzungstag',
  'merge.hour': 'Uhrzeit',
  'merge.place': 'Ort',
  'merge.president': 'Wer den Vorsitz führt',
  'merge.secretary': 'Wer das Protokoll führt',
  'merge.signatories': 'Unterzeichner',
  'merge.mention': 'Vermerk der Vollmachtserteilung',
  'merge.role': 'Eigenschaft',
  'merge.name': 'Name',
  'merge.mandate': 'Mandat',
  'merge.number': 'Nummer auf der Tagesordnung',
  'merge.continued': 'Von Sitzung zu Sitzung fortlaufende Nummer',
  'merge.vote': 'Abstimmung in einem Satz',
  'merge.dissent': 'Wer dagegen gestimmt oder sich der Stimme enthalten hat',
  'merge.present': 'Anwesende',
  'merge.excused': 'Entschuldigte',
  'merge.absent': 'Abwesende',
  'merge.points': 'Punkte',
  'merge.reference': 'Aktenzeichen',
  'merge.outcome': 'Ergebnis',
}
