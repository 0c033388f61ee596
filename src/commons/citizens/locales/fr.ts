export const fr = {
  'permission.space': 'Avoir son espace de citoyen',
  'task.write_asked': 'Écrire à qui demande un espace citoyen',
  'task.forget_old': 'Oublier les demandes d’espace et les avis anciens',
  'space.title': 'Mon espace',
  'space.lead': 'Ce qui vous concerne à {authority}.',
  organisation: 'Vous agissez pour une organisation',
  notices: 'Avis',
  no_notice:
    'Rien de nouveau : vous serez averti ici, et par e-mail si votre adresse est confirmée.',
  identity: 'Mon identité',
  name: 'Nom',
  first_name: 'Prénom',
  last_name: 'Nom',
  email: 'Adresse e-mail',
  email_help: 'Nous y écrivons un lien : elle sera votre identifiant.',
  email_wrong: 'Ce n’est pas une adresse e-mail.',
  no_email: 'Aucune adresse confirmée',
  assurance: 'Niveau de garantie',
  'assurance.none': 'Déclaré par vous-même',
  'assurance.low': 'Faible (eIDAS)',
  'assurance.substantial': 'Substantiel (eIDAS)',
  'assurance.high': 'Élevé (eIDAS)',
  number: 'Numéro de registre national',
  'number.kept': 'Gardé chiffré, montré nulle part',
  'number.none': 'Pas gardé',
  number_wrong:
    'Le service public a donné un numéro national qui ne peut pas exister\u00A0: rien n’est ouvert. Prévenez-le, ou adressez-vous à l’administration.',
  another_number:
    'Ce compte est celui d’un autre numéro de registre national : parlez-en à l’administration.',
  not_assured:
    'Ceci demande que l’on sache plus sûrement qui vous êtes : entrez par le service public d’authentification (carte d’identité, itsme).',
  access: 'Mes accès',
  access_help: 'Mot de passe, clés d’accès, second facteur et connexions ouvertes.',
  access_link: 'Sécurité de mon accès',
  open_own: 'Ouvrir mon espace citoyen',
  open_own_help:
    'Si vous habitez ici ou y avez des démarches, ouvrez un espace à titre privé : vous passez de l’un à l’autre par le menu de votre nom, et rien de l’un ne se voit dans l’autre.',
  opened_own: 'Votre espace citoyen est ouvert : passez-y par le menu de votre nom.',
  opened: 'Votre espace est ouvert : entrez avec votre adresse et votre mot de passe.',
  too_many:
    'Trop de demandes : réessayez dans {minutes, plural, one {une minute} other {# minutes}}.',
  'new.link': 'Citoyen : créer mon espace',
  'new.title': 'Créer mon espace',
  'new.lead': 'Votre espace de citoyen à {authority}.',
  'new.send': 'Recevoir le lien',
  'new.sent': 'Regardez dans votre boîte aux lettres',
  'new.sent_help':
    'Un lien vous y attend, pour vingt-quatre heures. S’il ne vient pas, vérifiez l’adresse et les indésirables.',
  'new.back': 'Retour à la connexion',
  'new.over': 'Ce lien ne vaut plus',
  'new.over_help': 'Il sert une fois, pendant vingt-quatre heures.',
  'new.again': 'Recommencer',
  'new.confirm': 'Choisir mon mot de passe',
  'new.for': '{name} · {email} · {authority}',
  'new.open': 'Ouvrir mon espace',
  'letter.asked.subject': 'Votre espace à {authority}',
  'letter.asked.text':
    'Bonjour,\n\nQuelqu’un a demandé un espace de citoyen à {authority} avec cette adresse. Si c’est vous, ouvrez-le par ce lien, dans les vingt-quatre heures :\n{href}\n\nIl ne sert qu’une fois. Si vous n’avez rien demandé, ne faites rien : aucun espace ne sera ouvert.\n',
  'letter.known.subject': 'Votre accès à {authority}',
  'letter.known.text':
    'Bonjour,\n\nQuelqu’un a demandé un espace de citoyen à {authority} avec cette adresse, qui ouvre déjà un accès. Si c’est vous, entrez par ici ; si vous avez oublié votre mot de passe, la même page en donne un autre :\n{href}\n\nSi vous n’avez rien demandé, ne faites rien.\n',
  'letter.notice.subject': '{authority} : un avis dans votre espace',
  'letter.notice.text':
    'Bonjour {name},\n\nUn avis vous attend dans votre espace à {authority} :\n{href}\n',
  held: 'Espaces des citoyens',
  'held.because': 'Aussi longtemps que la personne garde son espace',
  'held.personal':
    'nom, adresse e-mail, niveau de garantie, numéro de registre national chiffré, avis',
  'held.purpose':
    'Permettre aux citoyens de suivre leurs démarches et d’exercer leurs droits en ligne',
  'held.law':
    'RGPD, art. 6, § 1er, e ; loi du 8 août 1983 organisant un Registre national (numéro)',
  address: 'Adresse',
  no_address: 'pas connue',
  'space.name': 'Espace citoyen',
  'erasing.goes':
    'peut être effacé\u00A0: identité, adresse, numéro national, accès et avis\u00A0; ce qui fut demandé se garde avec son dossier',
  'erasing.subject': 'Votre espace est effacé ({authority})',
  'erasing.text':
    'Bonjour,\n\nComme vous l’avez demandé (RGPD, art. 17), votre espace à {authority} est effacé, avec ce qui vous y laissait entrer. Vos démarches gardent leur dossier le temps que la loi demande.\n\nVous pouvez introduire une plainte auprès de l’Autorité de protection des données.',
} as const
