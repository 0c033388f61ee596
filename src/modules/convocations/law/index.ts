import type { LegalAct } from '#commons/law'

const unread = 'À lire dans le texte coordonné'

/** Who convokes an organ, and signs what it is sent. */
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
]
