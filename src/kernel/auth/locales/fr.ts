export const fr = {
  'sign_in.done': 'Vous êtes identifié',
  'sign_in.done_help':
    'Si vous écriviez dans un autre onglet, retournez-y\u00A0: votre texte vous y attend.',
  'sign_in.title': 'Se connecter',
  'sign_in.lead': 'Espace des agents et des mandataires · {authority}',
  'sign_in.login': 'Identifiant',
  'sign_in.password': 'Mot de passe',
  'sign_in.submit': 'Se connecter',
  'sign_in.refused': 'Identifiant ou mot de passe incorrect.',
  'sign_in.elsewhere':
    'Pour vous, le mot de passe ne suffit plus ici : entrez par le fournisseur d’identité de votre administration, par le bouton ci-dessus.',
  'sign_in.emergency': 'Accès de secours (administrateurs, élus)',
  'sign_in.too_many':
    'Trop d’essais\u00A0: réessayez dans {minutes, plural, one {une minute} other {# minutes}}, ou demandez de l’aide à votre gestionnaire.',
  'password.short':
    '{signs, plural, =0 {Donnez un mot de passe} one {Un seul caractère} other {# caractères seulement}}\u00A0: il en faut au moins {least}. Une phrase de quelques mots convient.',
  'password.long': 'Plus de {most} caractères\u00A0: raccourcissez-le.',
  'password.common':
    'Il est de ceux que l’on devine d’abord, ou fait de mots, de suites ou de dates que tout le monde emploie\u00A0: choisissez-en un autre, de quelques mots sans rapport.',
  'password.tells':
    'Il contient «\u00A0{word}\u00A0», que connaît quiconque veut le deviner\u00A0: choisissez-en un autre.',
  'letter.invitation.subject': 'Votre accès à {authority}',
  'letter.invitation.text':
    'Bonjour {name},\n\nVous avez un accès à l’espace des agents et des mandataires de {authority}. Votre identifiant est {login}.\n\nChoisissez votre mot de passe par ce lien, dans les sept jours\u00A0:\n{href}\n\nIl ne sert qu’une fois. Ne le transmettez à personne.\n',
  'letter.reset.subject': 'Votre mot de passe à {authority}',
  'letter.reset.text':
    'Bonjour {name},\n\nQuelqu’un a demandé un nouveau mot de passe pour votre identifiant {login} à {authority}. Si c’est vous, choisissez-le par ce lien, dans les trente minutes\u00A0:\n{href}\n\nIl ne sert qu’une fois. Si vous n’avez rien demandé, ne faites rien\u00A0: votre mot de passe reste ce qu’il est.\n',
  'task.write_reset': 'Écrire à qui a oublié son mot de passe',
  'device.known': '{browser} sur {system}',
  'device.unknown': 'Un programme',
  'letter.device.subject': '{authority}\u00A0: une connexion depuis un nouvel appareil',
  'letter.device.text':
    'Bonjour {name},\n\nQuelqu’un s’est connecté sous votre nom à {authority}, depuis un appareil que nous ne connaissions pas\u00A0:\n\n{device}, adresse {from}\n{at}\n\nSi c’est vous, il n’y a rien à faire. Sinon, fermez cette connexion, changez votre mot de passe et prévenez votre gestionnaire\u00A0:\n{href}\n',
  'sign_in.second':
    'Un second facteur est demandé\u00A0: un programme entre par une clé d’accès, une personne par la page de connexion.',
  'proof.title': 'Confirmez que c’est vous',
  'proof.lead':
    'Ce que vous faites est délicat, et vous êtes connecté·e depuis un moment. Rien de ce que vous avez rempli n’est perdu.',
  'proof.password': 'Mot de passe, ou code de votre téléphone',
  'proof.password_help': 'Ensuite, ce n’est plus demandé pendant dix minutes.',
  'proof.go_on': 'Confirmer et continuer',
  'proof.leave': 'Revenir sans rien faire',
  'proof.wrong': 'Ce n’est ni votre mot de passe ni un code qui vaut maintenant.',
  'proof.wanted': 'Cet acte demande de confirmer votre identité, sur sa page.',
  'proof.program':
    'Cet acte demande de prouver à nouveau qui vous êtes\u00A0: POST /api/security/proof, ou une nouvelle connexion. Un programme ne le peut pas.',
  login_taken: 'Quelqu’un se connecte déjà sous « {login} ».',
  'sign_out.done': 'Vous êtes déconnecté·e.',
  'hat.named.elected': '{name} (au titre de son mandat)',
  'hat.named.citizen': '{name} (espace citoyen)',
  'hat.named.company': '{name} (pour {called})',
  'hat.agent': 'Agent',
  'hat.elected': 'Mandat',
  'hat.citizen': 'Citoyen',
  'hat.company': 'Pour {called}',
  'hat.not_theirs': 'Cette casquette n’est pas la vôtre.',
  'hat.title': 'Casquettes',
  'hat.worn': 'Vous agissez désormais ainsi : {hat}.',
  'hat.change': 'Passer à : {hat}',
  'seeing.as': 'Vous voyez la plateforme comme {name}, en lecture seule, jusqu’à {until}.',
  'seeing.stop': 'Arrêter',
  'seeing.ended': 'Vous êtes de nouveau vous-même.',
} as const
