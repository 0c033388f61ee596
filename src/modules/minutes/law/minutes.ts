import type { LegalAct } from '#commons/law'

const unread = 'À lire dans le texte coordonné'
const noArticle = 'Ni l’article ni le texte ne sont lus'
const byBureau =
  'Le bureau de l’assemblée signe le procès-verbal à la fin de la séance\u00A0: à lire dans le texte et dans les statuts'
const atNext = { kind: 'minutes', approved: 'next_meeting', atOnce: true } as const
const atNextOnly = { kind: 'minutes', approved: 'next_meeting', atOnce: false } as const
const atClosing = { kind: 'minutes', approved: 'closing', atOnce: false } as const

/** How the minutes of each kind of organ are approved. */
export const minutesLaw: readonly LegalAct[] = [
  {
    key: 'minutes.approval',
    name: 'minutes.law.approval',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1122-16',
        value: atNext,
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: 'Lu\u00A0: sept jours francs à disposition, observations en séance, approuvé faute d’observation avant la fin de la séance. La rédaction séance tenante est à lire dans le texte coordonné',
      },
      {
        organ: 'college',
        article: 'CDLD L1123-20 et L1132-1',
        value: atNext,
        from: '2005-01-01',
        source: 'CDLD\u00A0; usage des collèges',
        verified: false,
        note: 'Seules les décisions s’y consignent. L’approbation à la séance suivante est un usage\u00A0: à lire dans le règlement d’ordre intérieur',
      },
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 32 et 33',
        value: atNext,
        from: '2005-01-01',
        source: 'Loi du 8 juillet 1976',
        verified: false,
        note: unread,
      },
      {
        organ: 'permanent_bureau',
        article: 'Loi organique des CPAS, art. 27',
        value: atNext,
        from: '2005-01-01',
        source: 'Loi du 8 juillet 1976\u00A0; usage des bureaux',
        verified: false,
        note: unread,
      },
      {
        organ: 'police_council',
        article: 'Loi du 7 décembre 1998, art. 25 et suivants',
        value: atNext,
        from: '2005-01-01',
        source: 'Loi du 7 décembre 1998\u00A0; règles du conseil communal',
        verified: false,
        note: unread,
      },
      {
        organ: 'police_college',
        article: 'Loi du 7 décembre 1998',
        value: atNextOnly,
        from: '2005-01-01',
        source: 'Règlement d’ordre intérieur de la zone',
        verified: false,
        note: noArticle,
      },
      {
        organ: 'rescue_council',
        article: 'Loi du 15 mai 2007',
        value: atNextOnly,
        from: '2005-01-01',
        source: 'Règlement d’ordre intérieur de la zone',
        verified: false,
        note: noArticle,
      },
      {
        organ: 'rescue_college',
        article: 'Loi du 15 mai 2007',
        value: atNextOnly,
        from: '2005-01-01',
        source: 'Règlement d’ordre intérieur de la zone',
        verified: false,
        note: noArticle,
      },
      {
        organ: 'provincial_council',
        article: 'CDLD, deuxième partie, livre II',
        value: atNext,
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: unread,
      },
      {
        organ: 'provincial_college',
        article: 'CDLD, deuxième partie, livre II',
        value: atNextOnly,
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: unread,
      },
      {
        organ: 'general_assembly',
        article: 'Code des sociétés et des associations',
        value: atClosing,
        from: '2005-01-01',
        source: 'Code du 23 mars 2019\u00A0; statuts',
        verified: false,
        note: byBureau,
      },
      {
        organ: 'association_assembly',
        article: 'Code des sociétés et des associations',
        value: atClosing,
        from: '2005-01-01',
        source: 'Code du 23 mars 2019\u00A0; statuts',
        verified: false,
        note: byBureau,
      },
      {
        organ: null,
        article: 'Statuts et règlement d’ordre intérieur',
        value: atNextOnly,
        from: '2005-01-01',
        source: 'Usage des conseils d’administration',
        verified: false,
        note: 'Aucun texte n’est lu pour ces organes\u00A0: approbation à la séance suivante, par prudence',
      },
    ],
  },
]
