import type { LegalAct } from '#commons/law'
import { unread } from './unread.ts'

const byRules =
  'Le règlement d’ordre intérieur ou les statuts disent qui remplace\u00A0: rien de plus n’est lu. À lire dans le texte'

/** Who takes the place of whoever presides or keeps the minutes, from a point of a sitting on, and who wants no public there. */
export const chairLaw: readonly LegalAct[] = [
  {
    key: 'sitting.president',
    name: 'sittings.law.president',
    rules: [
      {
        organ: null,
        article: 'Règlement d’ordre intérieur',
        value: { kind: 'replacement', by: ['rank', 'designation'] },
        from: '2005-01-01',
        source: 'Règlements d’ordre intérieur',
        verified: false,
        note: byRules,
      },
      {
        organ: 'council',
        article: 'CDLD L1122-15 et L1123-5',
        value: { kind: 'replacement', by: ['rank', 'designation'] },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: 'Le bourgmestre, un échevin qu’il délègue, sinon le premier échevin en rang\u00A0; un président élu est remplacé autrement (L1122-34). À lire dans le texte coordonné',
      },
      {
        organ: 'college',
        article: 'CDLD L1123-5',
        value: { kind: 'replacement', by: ['rank', 'designation'] },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: unread,
      },
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 25',
        value: { kind: 'replacement', by: ['designation', 'rank'] },
        from: '2005-01-01',
        source: 'Loi du 8 juillet 1976',
        verified: false,
        note: unread,
      },
    ],
  },
  {
    key: 'sitting.secretary',
    name: 'sittings.law.secretary',
    rules: [
      {
        organ: null,
        article: 'Règlement d’ordre intérieur',
        value: { kind: 'replacement', by: ['designation'] },
        from: '2005-01-01',
        source: 'Règlements d’ordre intérieur',
        verified: false,
        note: byRules,
      },
      {
        organ: 'council',
        article: 'CDLD L1124-19 et L1122-19',
        value: { kind: 'replacement', by: ['designation'] },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: 'Le directeur général qui se retire est remplacé par qui l’assemblée désigne, sinon par celui que le collège a désigné. À lire dans le texte coordonné',
      },
    ],
  },
  {
    key: 'council.public_order',
    name: 'sittings.law.public_order',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1122-20',
        value: { kind: 'share_of_present', numerator: 2, denominator: 3 },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: 'Dans l’intérêt de l’ordre public et en raison d’inconvénients graves. À lire dans le texte coordonné',
        example: { present: 25, gives: 17 },
      },
      {
        organ: 'police_council',
        article: 'Loi du 7 décembre 1998, art. 27',
        value: { kind: 'share_of_present', numerator: 2, denominator: 3 },
        from: '2005-01-01',
        source: 'Loi du 7 décembre 1998\u00A0; renvoi aux règles du conseil communal',
        verified: false,
        note: unread,
        example: { present: 25, gives: 17 },
      },
    ],
  },
]
