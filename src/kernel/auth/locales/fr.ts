export const fr = {
  'sign_in.title': 'Se connecter',
  'sign_in.lead': 'Espace des agents et des mandataires · {authority}',
  'sign_in.login': 'Identifiant',
  'sign_in.password': 'Mot de passe',
  'sign_in.submit': 'Se connecter',
  'sign_in.refused': 'Identifiant ou mot de passe incorrect.',
  'sign_in.too_many':
    'Trop d’essais : réessayez dans {minutes, number} minutes, ou demandez de l’aide à votre gestionnaire.',
  'sign_out.done': 'Vous êtes déconnecté·e.',
} as const
