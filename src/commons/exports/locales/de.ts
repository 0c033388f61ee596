import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  take: 'Exportieren',
  sheet: 'Liste',
  'format.csv': 'CSV, mit Semikolon',
  'format.xlsx': 'Excel-Arbeitsmappe (XLSX)',
  'format.ods': 'LibreOffice-Tabelle (ODS)',
  busy: 'Zurzeit werden zu viele Dateien vorbereitet. Versuchen Sie es in einer Minute erneut oder nehmen Sie die Liste als CSV.',
  too_slow:
    'Diese Datei braucht zu viel Zeit. Fügen Sie der Liste eine Bedingung hinzu oder nehmen Sie sie als CSV.',
  too_many:
    'Mehr als {most, number} Zeilen passen nicht in eine einzige Datei. Fügen Sie der Liste eine Bedingung hinzu und exportieren Sie sie dann erneut.',
}
