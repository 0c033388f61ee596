-- Twenty thousand sentences of acts: frequent words of the trade, and rare ones that are looked for
-- (streets, firms, people, amounts). Points are made of them.
create function bench.fill(pattern text, seed bigint) returns text
  language sql immutable parallel safe
  return replace(replace(replace(replace(replace(pattern,
    '{objet}', bench.pick(array[
        'réfection de la voirie', 'entretien des accotements', 'remplacement de la chaudière',
        'isolation de la toiture', 'achat de mobilier scolaire',
        'fourniture de sel de déneigement', 'location d’une nacelle', 'entretien des cimetières',
        'désaffectation d’une concession', 'curage des avaloirs', 'pose de ralentisseurs',
        'rénovation du terrain de football', 'aménagement d’une plaine de jeux',
        'réparation de l’horloge', 'nettoyage des vitres', 'élagage des arbres',
        'plantation de haies', 'collecte des encombrants', 'gestion des déchets verts',
        'bulles à verre', 'borne de recharge', 'panneaux photovoltaïques', 'audit énergétique',
        'éclairage de la piste cyclable', 'abribus', 'marché hebdomadaire', 'brocante',
        'feu d’artifice', 'cortège carnavalesque', 'fête foraine', 'exposition de peinture',
        'bibliothèque', 'ludothèque', 'académie de musique', 'stage d’été', 'garderie',
        'cantine scolaire', 'transport scolaire', 'classe de neige',
        'surveillance du temps de midi', 'crèche', 'accueil des aînés', 'repas à domicile',
        'aide sociale', 'logement d’urgence', 'bail emphytéotique', 'droit de préemption',
        'expropriation', 'division de parcelle', 'lotissement', 'permis unique',
        'infraction urbanistique', 'antenne relais', 'éolienne', 'dérogation au plan de secteur',
        'charte graphique', 'site internet', 'licences informatiques', 'photocopieurs',
        'assurance du personnel', 'pension complémentaire', 'promotion barémique',
        'engagement contractuel', 'démission', 'congé parental', 'disponibilité pour maladie',
        'nomination définitive', 'règlement de travail', 'compte annuel', 'emprunt',
        'taxe sur les enseignes', 'redevance d’occupation', 'exonération',
        'dotation à la zone de police', 'subside aux clubs sportifs', 'cotisation',
        'garantie communale', 'motion', 'jumelage', 'citoyenneté d’honneur',
        'conseil des enfants', 'budget participatif'], bench.chance(seed, 10))),
    '{rue}', bench.pick(array['rue', 'rue', 'rue', 'avenue', 'chemin', 'place', 'ruelle', 'sentier'],
        bench.chance(seed, 11)) || ' '
      || bench.pick(array['du Moulin', 'des Tilleuls', 'de la Gare', 'de l’Église', 'des Écoles',
        'du Pont', 'de la Fontaine', 'du Château', 'des Combattants', 'de la Station', 'du Lavoir',
        'des Ormes', 'du Tram', 'de l’Abreuvoir', 'des Peupliers', 'du Calvaire', 'de la Chapelle',
        'des Carrières', 'du Bois', 'des Champs', 'de la Source', 'du Vivier', 'de l’Arbre-Bénit',
        'des Charrons', 'du Maréchal-Ferrant', 'de la Poudrière', 'des Fusains', 'du Houblon',
        'de la Passerelle', 'des Verriers', 'du Terril', 'de la Cense', 'des Hayettes', 'du Bordon',
        'de la Sucrerie', 'des Trois Fermes', 'du Crahiat', 'de la Vallée', 'des Linottes',
        'du Quairelle'], bench.chance(seed, 12))),
    '{nom}', bench.pick(array['Bar', 'Cor', 'Dau', 'Fer', 'Gal', 'Hen', 'Jos', 'Ker', 'Lor', 'Mel',
        'Nor', 'Per', 'Quen', 'Ros', 'San', 'Tam', 'Val', 'Wil'], bench.chance(seed, 13))
      || bench.pick(array['ba', 'de', 'fi', 'go', 'li', 'mo', 'nu', 'ra', 'se', 'to', 'vi', 'za'],
        bench.chance(seed, 14))
      || bench.pick(array['bois', 'court', 'dart', 'gnies', 'lin', 'mans', 'neau', 'quet', 'ral',
        'stène', 'thier', 'vaux'], bench.chance(seed, 15))),
    '{montant}', to_char(round((500 + 200000 * bench.chance(seed, 16) ^ 3)::numeric, 2),
      'FM999G999D00')),
    '{date}', to_char(date '2015-01-01' + floor(3600 * bench.chance(seed, 17))::int, 'DD/MM/YYYY'));

create unlogged table bench.sentence (n int primary key, html text, words tsvector);
insert into bench.sentence
select n, '<p>' || sentence || '</p>', setweight(kernel.words('kernel.french', sentence), 'C')
from generate_series(0, 19999) n, lateral (select bench.fill(bench.pick(array[
  'Vu le Code de la démocratie locale et de la décentralisation, notamment les articles L1122-30 et suivants ;',
  'Vu la loi du 17 juin 2016 relative aux marchés publics et ses modifications ultérieures ;',
  'Vu le décret du 11 avril 2014 et la circulaire budgétaire du {date} ;',
  'Vu l’avis de légalité rendu par la directrice financière en date du {date} ;',
  'Vu le rapport du service des travaux du {date} au sujet de {objet}, {rue} ;',
  'Vu la demande introduite le {date} par {nom}, {rue}, tendant à obtenir une occupation du domaine public ;',
  'Considérant que le revêtement de la {rue} est dégradé et que la sécurité des usagers impose sa réfection ;',
  'Considérant que le montant estimé du marché s’élève à {montant} euros hors TVA ;',
  'Considérant que le cahier des charges a été établi par le bureau d’études {nom} ;',
  'Considérant que le crédit permettant cette dépense est inscrit au budget pour {objet} ;',
  'Considérant que la société {nom} a remis l’offre la plus avantageuse pour {montant} euros ;',
  'Considérant que l’enquête publique organisée {rue} au sujet de {objet} n’a suscité aucune réclamation ;',
  'Considérant que {nom} remplit les conditions de nomination et de stage prévues au statut ;',
  'Considérant que l’école de la {rue} accueille davantage d’élèves que lors du comptage du {date} ;',
  'Considérant que le stationnement y gêne le passage des autobus et des services de secours ;',
  'Considérant que la subvention demandée par l’association {nom} soutient {objet} ;',
  'Considérant que le bail de la parcelle sise {rue} vient à échéance le {date} ;',
  'Considérant que la toiture du bâtiment de la {rue} présente des infiltrations : {objet} ;',
  'Sur proposition du collège, {objet}, et après en avoir délibéré en séance publique ;',
  'Article 1er. D’approuver le cahier des charges et le montant estimé de {montant} euros.',
  'Article 2. De passer le marché par procédure négociée sans publication préalable : {objet}.',
  'Article 1er. D’octroyer à {nom} une subvention de {montant} euros.',
  'Article 1er. D’interdire le stationnement {rue}, du côté des numéros pairs.',
  'Article 1er. De désigner {nom} en qualité de remplaçante à partir du {date}.',
  'Article 2. De transmettre la présente décision au service des finances et à la tutelle.',
  'Article 3. D’imputer la dépense à l’article du budget ordinaire de l’exercice.'],
  bench.chance(n, 18)), n) as sentence) as written;

create unlogged table bench.title (n int primary key, title text, words tsvector);
insert into bench.title
select n, title, setweight(kernel.words('kernel.french', title), 'A')
  || setweight(kernel.words('simple', title), 'B')
from generate_series(0, 49999) n, lateral (select bench.fill(bench.pick(array[
  '{objet}, {rue} : conditions et mode de passation du marché', '{objet}, {rue} : avis',
  '{objet} : attribution à {nom}', '{objet} : convention avec {nom}', '{objet} : {nom}',
  '{objet}, {rue}', '{objet}, {rue} : demande de {nom}', '{objet} : approbation',
  '{objet} : facture {nom} de {montant} euros', '{objet} : prise d’acte', '{objet}, exercice {date}',
  '{objet} : devis de {montant} euros', 'Règlement complémentaire de circulation, {rue}',
  'Octroi d’une subvention à l’association {nom} : {objet}', 'Intervention en justice contre {nom}'],
  bench.chance(n, 19)), n + 100000) as title) as written;
analyze bench.sentence, bench.title;
