/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  title: 'Déclarations aux citoyens',
  settles: 'déclaration d’accessibilité, mentions légales, protection des données',
  lead: 'Ce que l’administration déclare au pied de ses pages publiques. Rien n’y est publié sans vous, ni laissé en blanc.',
  'title.accessibility': 'Déclaration d’accessibilité',
  'title.legal': 'Mentions légales',
  'title.privacy': 'Protection des données',
  'describes.accessibility':
    'Comment {name} rend ses pages accessibles à tous, et comment signaler une difficulté.',
  'describes.legal': 'Qui publie les pages de {name}, et comment l’atteindre.',
  'describes.privacy': 'Ce que {name} fait des données des personnes, et les droits de chacun.',
  complete: 'Compléter les faits',
  preview: 'Voir ce qui serait publié\u00A0: {of}',
  preview_lead: 'Voici ce que les citoyens liraient.',
  read: 'Lire la page publique\u00A0: {of}',
  publish: 'Publier pour tous',
  published: 'Publié\u00A0: {of}',
  unchanged: 'Ce qui est publié dit déjà la même chose.',
  lacks: 'Complétez d’abord\u00A0: {what}.',
  missing: 'Il manque encore\u00A0:',
  published_on: 'Publié le {at}',
  published_by: 'Publié le {at} par {by}.',
  'state.lacking': 'À compléter',
  'state.ready': 'Prête à publier',
  'state.current': 'Publiée, à jour',
  'state.changed': 'Changée depuis sa publication',
  'state.broken': 'Publiée, mais un fait manque depuis',
  'step.ready': '{of}\u00A0: complète, à relire et à publier',
  'step.lacks': '{of}\u00A0: à compléter ({what})',
  not_said: 'Pas encore dit',
  law: 'Texte qui impose l’accessibilité',
  law_help:
    'Celui qui transpose la directive (UE) 2016/2102 pour votre administration. La loi du 19 juillet 2018 ne vise que les organismes fédéraux.',
  'law.walloon': 'décret de la Région wallonne du 2 mai 2019',
  'law.walloon_138':
    'décret de la Région wallonne du 2 mai 2019 pour les matières réglées en vertu de l’article 138 de la Constitution',
  'law.german': 'décret de la Communauté germanophone du 15 octobre 2018',
  'law.brussels': 'ordonnance de la Région de Bruxelles-Capitale du 4 octobre 2018',
  'law.federal': 'loi fédérale du 19 juillet 2018',
  status: 'État de conformité',
  status_help:
    'Ce que l’évaluation a montré au regard de la norme EN 301 549 (WCAG, niveau AA)\u00A0; ne se présume pas.',
  'status.full': 'Entièrement conforme',
  'status.partial': 'Partiellement conforme',
  'status.none': 'Non conforme',
  method: 'Façon d’évaluer',
  method_help: 'Qui a évalué les pages.',
  'method.self': 'Par l’administration elle-même',
  'method.third': 'Par un tiers',
  evaluated_on: 'Évaluées le',
  evaluated_on_help:
    'Le jour de la dernière évaluation\u00A0; la déclaration se revoit chaque année.',
  evaluated_to_come: 'Une évaluation a déjà eu lieu\u00A0: donnez un jour passé.',
  failings: 'Contenus non conformes, et pourquoi',
  failings_help: 'Un par ligne, avec l’autre moyen de l’obtenir et le moment où ce sera corrigé.',
  burden: 'Charge disproportionnée',
  burden_help:
    'Contenus exemptés pour l’instant parce que les rendre accessibles serait une charge disproportionnée, et pourquoi.',
  outside: 'Hors du champ des règles',
  outside_help: 'Contenus que la loi ne vise pas, par exemple des documents anciens.',
  feedback: 'Contact pour l’accessibilité',
  feedback_help:
    'Service, courriel, téléphone, adresse\u00A0: comment signaler une difficulté ou demander un contenu autrement.',
  complaint: 'Organe de plainte',
  complaint_help:
    'Nom et contact de l’organe qui reçoit les plaintes après une réponse qui ne satisfait pas.',
  contact: 'Comment atteindre l’administration',
  contact_help: 'Courriel, téléphone, heures d’ouverture.',
  editor: 'Éditeur responsable',
  editor_help: 'Qui répond de ce que disent les pages, et son adresse.',
  host: 'Hébergement',
  host_help: 'Qui héberge la plateforme, et son adresse. Vide\u00A0: rien n’en est dit.',
  reuse: 'Réutilisation des contenus',
  reuse_help:
    'À quelles conditions les textes, données et images se réutilisent. Vide\u00A0: rien n’en est dit.',
  address: 'Adresse',
  number: 'Numéro d’entreprise (BCE)',
  'accessibility.lead':
    '{name} s’engage à rendre ses pages accessibles à tous. Cette déclaration vaut pour {hosts}.',
  'accessibility.law':
    'Fondement\u00A0: directive (UE) 2016/2102, transposée par le texte suivant\u00A0: {law}.',
  'accessibility.is.full':
    'Ces pages sont entièrement conformes à la norme EN 301 549 (WCAG, niveau AA).',
  'accessibility.is.partial':
    'Ces pages sont partiellement conformes à la norme EN 301 549 (WCAG, niveau AA)\u00A0: ce qui ne l’est pas est dit ci-dessous.',
  'accessibility.is.none':
    'Ces pages ne sont pas conformes à la norme EN 301 549 (WCAG, niveau AA)\u00A0: les manques sont dits ci-dessous.',
  'accessibility.contents': 'Contenus non accessibles',
  'accessibility.made': 'Établissement de cette déclaration',
  'accessibility.evaluated': 'Les pages ont été évaluées le {day} {method}.',
  'accessibility.by.self': 'par l’administration elle-même',
  'accessibility.by.third': 'par un tiers',
  'accessibility.feedback': 'Signaler une difficulté',
  'accessibility.feedback_lead':
    'Un contenu ne vous est pas accessible, ou vous le souhaitez sous une autre forme\u00A0? Dites-le-nous\u00A0:',
  'accessibility.complaint': 'Voie de recours',
  'accessibility.complaint_lead':
    'Si la réponse ne vous satisfait pas, ou ne vient pas, vous pouvez vous adresser à\u00A0:',
  'legal.publisher': 'Qui publie ces pages',
  'legal.name': 'Nom',
  'privacy.lead':
    'Voici pourquoi {name} emploie des données de personnes, à qui elles vont, combien de temps elles sont gardées, et ce que vous pouvez demander (RGPD, art. 13 et 14).',
  'privacy.officer_lead': 'Pour toute question, et pour exercer vos droits\u00A0:',
  'privacy.rights': 'Vos droits',
  'privacy.rights_lead':
    'Vous pouvez demander à l’administration\u00A0; elle répond dans le mois\u00A0:',
  'privacy.right.access': 'de voir vos données et d’en recevoir une copie (art. 15)\u00A0;',
  'privacy.right.rectification': 'de corriger ce qui est inexact (art. 16)\u00A0;',
  'privacy.right.erasure': 'd’effacer ce que rien n’oblige à garder (art. 17)\u00A0;',
  'privacy.right.restriction':
    'de ne plus les employer le temps d’une vérification (art. 18)\u00A0;',
  'privacy.right.objection':
    'de vous opposer à leur emploi, pour une raison qui vous est propre (art. 21)\u00A0;',
  'privacy.right.consent': 'de retirer un consentement que vous avez donné (art. 7).',
  'privacy.complaint':
    'Vous pouvez vous plaindre auprès de l’Autorité de protection des données\u00A0: rue de la Presse 35, 1000 Bruxelles, contact@apd-gba.be, www.autoriteprotectiondonnees.be.',
  'privacy.cookies': 'Témoins de connexion (cookies)',
  'privacy.cookies_text':
    'La plateforme n’en dépose que de nécessaires\u00A0: ceux de votre connexion et de vos choix d’affichage. Aucun ne mesure l’audience ni ne sert à la publicité.',
  'privacy.activities': 'Ce que l’administration fait de données de personnes',
  data: 'Les mêmes données pour un programme (JSON)',
  held: 'Déclarations publiées',
  held_because: 'Pour prouver ce qui fut déclaré, et quand\u00A0; à comparer au tableau de tri.',
  held_personal: 'contacts que l’administration nomme',
  'permission.keep': 'Publier les déclarations aux citoyens',
  task: 'Publier une déclaration aux citoyens',
  'task.steps':
    'Ouvrez «\u00A0Déclarations aux citoyens\u00A0»\u00A0: chaque déclaration dit ce qui lui manque.\nDonnez les faits qui manquent, dans les paramètres ou sur la page de l’administration.\nRelisez ce qui serait publié, puis «\u00A0Publier pour tous\u00A0»\u00A0: le pied des pages publiques y mène.',
}
