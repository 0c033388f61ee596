export const fr = {
  no_subject: 'Le fournisseur ne dit pas de qui il s’agit : aucune identité n’est liée.',
  linked_elsewhere:
    'Cette identité est déjà liée à une autre personne : déliez-la d’abord, si c’est une erreur.',
  has_another:
    'Cette personne a déjà une autre identité chez ce fournisseur : déliez-la d’abord, si c’est une erreur.',
  issuer_taken: 'Un autre fournisseur a déjà cet émetteur.',
  too_many: 'Il y a déjà {most} fournisseurs : retirez-en un.',
  several_issuers:
    'Ce fournisseur répond pour plusieurs organisations : donnez l’adresse d’émetteur de la vôtre.',
  not_of_staff: 'Un fournisseur des citoyens ne peut être la seule voie des agents.',
  serves_stays:
    'Un fournisseur reste de ceux qu’il sert, agents ou citoyens : ajoutez-en un autre.',
  'failure.cancelled': 'Vous n’êtes pas allé au bout chez {name}. Rien n’a été fait.',
  'failure.refused':
    '{name} n’a pas voulu vous laisser entrer. Demandez à l’administrateur pourquoi, ou entrez autrement.',
  'failure.unavailable':
    '{name} ne répond pas, ou trop lentement. Réessayez dans un moment, ou entrez autrement.',
  'failure.misconfigured':
    '{name} n’accepte pas ce que la maison lui envoie, ou répond de travers. Prévenez l’administrateur ; entre-temps, entrez autrement.',
  'failure.nonce':
    'La réponse de {name} n’est pas celle de cette demande (nonce). Recommencez ; si cela revient, prévenez l’administrateur.',
  'failure.expired':
    'La réponse de {name} n’est pas de ce moment : une des deux horloges est fausse, ou elle a trop tardé. Recommencez ; si cela revient, prévenez l’administrateur.',
  'failure.unknown_key':
    'La réponse de {name} est signée d’une clé qu’il ne publie pas : elle ne vaut rien. Prévenez l’administrateur.',
  'failure.audience':
    'La réponse de {name} est destinée à une autre application. Prévenez l’administrateur.',
  'failure.issuer':
    'La réponse ne vient pas de {name}, ou se dit d’un autre. Prévenez l’administrateur.',
  'failure.assurance':
    '{name} ne garantit pas assez qui vous êtes : entrez par un moyen plus sûr (carte d’identité, application).',
  'failure.not_fresh':
    '{name} ne dit pas que vous venez de prouver qui vous êtes. Recommencez, ou confirmez autrement.',
  'failure.lost':
    'Cette demande n’est plus valable, ou vient d’un autre navigateur : elle sert une fois, pendant dix minutes. Recommencez.',
}
