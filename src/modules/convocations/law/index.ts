import type { LegalAct } from '#commons/law'

const unread = 'À lire dans le texte coordonné'

/** Who convokes an organ, and signs what it is sent; what goes with its agenda. */
export const convocationsLaw: readonly LegalAct[] = [
  {
    key: 'council.convoker',
    name: 'convocations.law.convoker',
    rules: [
      {
        organ: null,
        article: 'Règlement d’ordre intérieur ou statuts',
        value: { kind: 'convoker', by: 'president' },
        from: '2005-01-01',
        source: 'Règlements d’ordre intérieur',
        verified: false,
        note: unread,
      },
      {
        organ: 'council',
        article: 'CDLD L1122-12 et L1132-3',
        value: { kind: 'convoker', by: 'college' },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: unread,
      },
    ],
  },
  {
    key: 'council.explanatory_note',
    name: 'convocations.law.explanatory_note',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1122-13, § 1er, et L1122-24',
        value: { kind: 'explanatory_note', of: 'each_point' },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: unread,
      },
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 30',
        value: { kind: 'explanatory_note', of: 'each_point' },
        from: '2005-01-01',
        source: 'Loi du 8 juillet 1976',
        verified: false,
        note: unread,
      },
      {
        organ: 'provincial_council',
        article: 'CDLD L2212-22',
        value: { kind: 'explanatory_note', of: 'each_point' },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: unread,
      },
      {
        organ: 'general_assembly',
        article: 'CDLD L1523-13, § 1er',
        value: { kind: 'explanatory_note', of: 'each_point' },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: unread,
      },
    ],
  },
]
