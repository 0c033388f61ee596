export const fr = {
  too_many:
    'Cette adresse a été demandée plus de {most} fois en une minute\u00A0: demandez-la de nouveau dans une minute.',
  paper_busy:
    'D’autres documents sont en cours de fabrication\u00A0: demandez de nouveau celui-ci dans une minute.',
  refused:
    'Rien n’est publié. {points}{more, plural, =0 {} one { Un autre point est dans le même cas.} other { # autres points sont dans le même cas.}}',
  'refused.point': 'Point {number} («\u00A0{title}\u00A0»)\u00A0: {why}.',
  'lack.title': 'son titre ne contient aucun mot',
  'lack.meeting_title': 'le titre de la séance ne contient aucun mot',
  'lack.start': 'le début de la séance manque',
  'lack.organ': 'l’organe manque',
  'lack.open': 'il n’est pas dit public',
  'lack.number': 'son numéro manque',
  'lack.description': 'il est décrit deux fois',
  'lack.order': 'sa place dans l’ordre du jour est dite deux fois',
  'lack.topic': 'il n’est pas dit de quoi parle la page',
  'lack.subject': 'le point dont il traite manque',
  'lack.decision': 'le texte de la décision manque',
  'lack.language': 'la langue manque',
  'lack.published': 'la date de publication manque',
  'lack.dates': 'la décision est datée d’après sa publication',
  'lack.reference': 'la référence manque',
  'lack.motivation': 'la motivation manque',
  'lack.vote_subject': 'l’objet d’un vote manque',
  'lack.vote_secret': 'il n’est pas dit si un vote est secret',
  'lack.vote_totals': 'le compte d’un vote manque ou est faux',
  'lack.vote_named': 'un vote secret nomme ceux qui ont voté',
  'lack.person': 'le nom d’une personne manque',
  'lack.articles': 'la décision n’est pas divisée en articles',
  'lack.citations': 'la motivation ne cite rien («\u00A0Vu…\u00A0»)',
  'lack.article_number': 'un article n’a pas de numéro',
  'lack.article_words': 'un article est vide',
  'paper.of': '{organ}, séance du {day}',
  'paper.published': 'Publié le',
  'paper.version': 'Version',
  'paper.number': 'Point',
  'paper.reference': 'Référence',
  'paper.stage': 'État',
  'paper.stage.project': 'Projet',
  'paper.stage.decision': 'Décision',
  'paper.hash': 'Empreinte de la copie publiée (SHA-256)\u00A0: {hash}',
  'paper.votes': 'Votes',
  'paper.vote': 'Objet',
  'paper.whole': 'L’ensemble',
  'paper.yes': 'Pour',
  'paper.no': 'Contre',
  'paper.abstain': 'Abstentions',
  whole_busy:
    'D’autres fichiers complets sont en cours d’envoi\u00A0: demandez de nouveau celui-ci dans une minute.',
  'terms.title': 'Termes des décisions publiées',
  'catalogue.title': 'Données ouvertes de {name}',
  'catalogue.about': 'Tout ce que l’autorité a publié de ses séances, pour les programmes.',
  'catalogue.decisions': 'Décisions et ordres du jour de {name}',
  'catalogue.decisions.about':
    'Les projets et les décisions publics, les votes, les ordres du jour, dès leur publication.',
  'catalogue.keyword': 'délibérations',
  'what.dump': 'Tout, une copie par ligne (NDJSON)',
  'what.csv': 'Les décisions en tableau (SCDL, CSV)',
  'what.changes': 'Ce qui a été publié et retiré, dans l’ordre',
  'what.oparl': 'Interface OParl 1.1',
  link: 'Données ouvertes',
  title: 'Données ouvertes',
  lead: 'Tout ce que l’autorité publie de ses séances, pour les programmes\u00A0: sans compte, sans clé, à des adresses qui restent.',
  given: 'Ce qui est donné',
  'how.dump':
    'Chaque point et chaque ordre du jour publics, avec leur empreinte. Fait à la demande\u00A0: ce qui est retiré n’y est plus.',
  'how.csv':
    'Une ligne par décision, avec les votes, au format SCDL 2.1.3. Le numéro d’entreprise tient lieu de SIRET.',
  'how.changes':
    'À suivre par son champ «\u00A0next\u00A0». Un retrait se dit avec sa phrase, sans rien de ce qui était publié.',
  'how.oparl':
    'Organes, séances, points et documents en JSON, par listes paginées, avec des filtres de date.',
  'how.catalogue': 'La description de ces jeux de données en DCAT-AP (JSON-LD ou Turtle).',
  'how.terms': 'Les notions employées dans les données, en quatre langues (SKOS).',
  'what.maturity': 'Niveau de lisibilité des données',
  'how.maturity':
    'Combien de copies atteignent les niveaux 1 (ordre du jour), 2 (décisions et votes) et 3 (articles et citations), et ce qui manque.',
  'what.sitemap': 'Plan du site pour les moteurs de recherche',
  'how.sitemap': 'Toutes les pages publiques, par tranches de 50\u00A0000.',
  forms: 'Chaque page en plusieurs formes',
  'forms.how':
    'La page d’un point ou d’une séance dit la même chose en HTML avec RDFa (OSLO Besluit et ELI), en JSON-LD, en Turtle et en PDF\u00A0: demandez la forme par l’en-tête Accept, ou ajoutez .jsonld, .ttl ou .pdf à l’adresse.',
  'forms.label': 'Autres formes',
  follow: 'Rester à jour',
  'follow.how':
    'Lisez une fois le fichier complet, puis les modifications depuis la dernière lecture. Une ligne «\u00A0withdrawn\u00A0» enlève toutes les copies de son adresse qui la précèdent.',
  rules: 'Conditions',
  'rules.how':
    'Les actes officiels ne sont pas protégés par le droit d’auteur (Code de droit économique, article XI.172, § 2)\u00A0: réutilisez-les librement (CC0). Tout site peut les lire (CORS). Qui demande trop souvent reçoit la réponse 429 et l’en-tête Retry-After.',
  organs: 'Organes qui publient',
  'proof.title': 'Vérifier une publication',
  'proof.lead':
    'Chacun peut s’assurer qu’une décision est bien celle qui a été publiée, et que rien n’a été changé depuis.',
  'proof.what': 'Ce qui prouve une publication',
  'proof.copy':
    'Publier, c’est faire une copie que personne ne peut plus changer. Son empreinte (SHA-256) est calculée sur tout ce qu’elle dit\u00A0: un seul caractère changé donne une autre empreinte.',
  'proof.chain':
    'Chaque copie contient l’empreinte de la copie publiée juste avant elle. Changer une ancienne copie romprait toute la suite\u00A0: il suffit de noter une empreinte récente pour surveiller toutes celles qui la précèdent.',
  'proof.withdrawn':
    'Une copie retirée n’est plus lisible, mais reste dans la chaîne\u00A0: son empreinte est dans la copie suivante.',
  'proof.yourself': 'Vérifier soi-même',
  'proof.step.take':
    'Sur la page d’une décision, ouvrez «\u00A0Données\u00A0» dans le cadre de preuve\u00A0: c’est la copie en JSON.',
  'proof.step.without':
    'Mettez de côté le champ «\u00A0hash\u00A0»\u00A0: c’est l’empreinte annoncée.',
  'proof.step.spell':
    'Écrivez le reste en JSON canonique (RFC 8785)\u00A0: champs triés, sans espaces.',
  'proof.step.hash':
    'Calculez le SHA-256 de ce texte en UTF-8\u00A0: il est égal à l’empreinte annoncée.',
  'proof.step.before':
    'Pour la chaîne\u00A0: le champ «\u00A0previous_hash\u00A0» est l’empreinte de la copie précédente de l’autorité.',
  'proof.script': 'En Python, avec l’adresse JSON de la copie\u00A0:',
  'what.catalogue': 'Catalogue DCAT-AP',
  'what.terms': 'Termes employés',
}
