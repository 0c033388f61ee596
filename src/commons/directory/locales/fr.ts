export const fr = {
  'service.taken': 'Un service s’appelle déjà « {name} ».',
  'role.agent': 'agent',
  'role.secretariat': 'secrétariat',
  'role.director_general': 'direction générale',
  'role.mayor': 'bourgmestre',
  'role.councillor': 'conseil',
  'role.administrator': 'gestion',
} as const
