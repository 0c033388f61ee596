import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  take: 'Exporteren',
  sheet: 'Lijst',
  'format.csv': 'CSV, puntkomma’s',
  'format.xlsx': 'Excel-werkmap (XLSX)',
  'format.ods': 'LibreOffice-werkblad (ODS)',
  busy: 'Er worden op dit moment te veel bestanden voorbereid. Probeer het over een minuut opnieuw, of neem de lijst als CSV.',
  too_slow:
    'Dit bestand vraagt te veel tijd. Voeg een voorwaarde toe aan de lijst, of neem ze als CSV.',
  too_many:
    'Meer dan {most, number} rijen passen niet in één bestand. Voeg een voorwaarde toe aan de lijst en exporteer ze daarna opnieuw.',
}
