export const fr = {
  role: 'Rôle\u00A0: {name}',
  'permission.provision':
    'Entrer et laisser partir des personnes, tenir leurs services et leurs rôles (programmes)',
} as const
