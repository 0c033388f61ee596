export const fr = {
  stale:
    '{name} a modifié ce dossier pendant que vous écriviez. Votre texte est gardé ci-dessous\u00A0; comparez-le avec la version enregistrée, puis enregistrez à nouveau.',
  stale_theirs: 'Version enregistrée',
} as const
