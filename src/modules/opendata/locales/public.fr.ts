/** What everybody reads of open data. In French, U+00A0 stands before : ; ? ! and inside « ». */
export const publicFr = {
  too_many:
    'Cette adresse a été demandée plus de {most} fois en une minute\u00A0: demandez-la de nouveau dans une minute.',
  paper_busy:
    'D’autres documents sont en cours de fabrication\u00A0: demandez de nouveau celui-ci dans une minute.',
  'paper.of': '{organ}, séance du {day}',
  'paper.starts': 'Date et heure',
  'paper.place': 'Lieu',
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
    'Sur la page d’une décision, dans le cadre de preuve, ouvrez «\u00A0Cette version, pour un programme\u00A0»\u00A0: c’est la copie en JSON.',
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
  changes_over:
    'Cette maison n’a pas encore atteint cette clé\u00A0: recommencez la lecture sans «\u00A0after\u00A0».',
  lead_of_all:
    'Tout ce que les autorités publient de leurs séances, pour les programmes\u00A0: sans compte, sans clé, à des adresses qui restent.',
  'how.dump_of_all':
    'Toutes les autorités l’une après l’autre, en un seul fichier, avec l’empreinte de chaque copie. Fait à la demande\u00A0: ce qui est retiré n’y est plus.',
  'how.changes_of_all':
    'De toutes les autorités. À suivre par son champ «\u00A0next\u00A0»\u00A0; chaque adresse n’y est qu’une fois, avec ce qui s’y trouve maintenant, ou la phrase de son retrait.',
  'how.oparl_of_all':
    'Un système dont chaque autorité est un «\u00A0body\u00A0», avec ses listes à sa propre adresse.',
  'how.catalogue_of_all':
    'La description de ces jeux de données, et où est le catalogue de chaque autorité (DCAT-AP, JSON-LD ou Turtle).',
  'what.authorities': 'Autorités et leur place (GeoJSON)',
  'how.authorities':
    'Celles dont quelque chose est public, et combien, avec un point là où elles disent où elles se trouvent.',
  'how.sitemap_of_all':
    'Les pages de ce portail\u00A0; robots.txt mène au plan du site de chaque autorité.',
  each: 'Chez chaque autorité',
  'each.how':
    'Ses points, ses séances et ses documents sont à sa propre adresse, dans toutes leurs formes. Le fichier complet et les modifications y mènent par leur champ «\u00A0url\u00A0».',
}
