export const fr = {
  no_files: 'Choisissez au moins un fichier.',
  over: 'Cet import est terminé ou périmé\u00A0: recommencez avec vos fichiers.',
  steps: 'Étapes de l’import',
  'step.files': 'Fichiers',
  'step.check': 'Vérification',
  'step.done': 'Import terminé',
  held: 'Imports en cours',
  held_after: 'après l’envoi',
  held_because:
    'Le temps de vérifier et de terminer. Les fichiers envoyés dont rien n’a plus besoin sont ensuite effacés pendant la nuit.',
  held_personal: 'ce que les fichiers envoyés disent de personnes',
  'task.forget_expired': 'Oubli des importations abandonnées',
} as const
