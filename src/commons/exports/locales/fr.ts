export const fr = {
  take: 'Exporter',
  sheet: 'Liste',
  'format.csv': 'CSV, points-virgules',
  'format.xlsx': 'Classeur Excel (XLSX)',
  'format.ods': 'Classeur LibreOffice (ODS)',
  busy: 'Trop de fichiers se préparent en ce moment. Réessayez dans une minute, ou prenez la liste en CSV.',
  too_slow:
    'Ce fichier demande trop de temps. Ajoutez une condition à la liste, ou prenez-la en CSV.',
  too_many:
    'Plus de {most, number} lignes ne tiennent pas dans un seul fichier. Ajoutez une condition à la liste, puis exportez-la de nouveau.',
} as const
