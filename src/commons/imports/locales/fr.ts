export const fr = {
  no_files: 'Choisissez au moins un fichier.',
  over: 'Cet import est terminé ou périmé\u00A0: recommencez avec vos fichiers.',
  steps: 'Étapes de l’import',
  'step.files': 'Fichiers',
  'step.check': 'Vérification',
  'step.done': 'Import terminé',
} as const
