export const fr = {
  role: 'Rôle\u00A0: {name}',
  'task.members': 'Mettre à jour les membres d’un groupe (SCIM)',
  'permission.provision':
    'Entrer et laisser partir des personnes, tenir leurs services et leurs rôles (programmes)',
} as const
