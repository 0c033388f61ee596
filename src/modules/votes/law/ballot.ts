import type { LegalAct } from '#commons/law'
import { unread } from './unread.ts'

/** How votes are cast: aloud, in secret, in closed session, and what the president’s weighs. */
export const ballotLaw: readonly LegalAct[] = [
  {
    key: 'vote.aloud_on_request',
    name: 'votes.law.aloud_on_request',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1122-27',
        value: { kind: 'share_of_present', numerator: 1, denominator: 3 },
        from: '2005-01-01',
        source: 'CDLD',
        verified: true,
        example: { present: 25, gives: 9 },
      },
    ],
  },
  {
    key: 'vote.secret',
    name: 'votes.law.secret',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1122-27',
        value: {
          kind: 'secret_ballot',
          matters: [
            'candidate_presentation',
            'appointment',
            'availability',
            'preventive_suspension',
            'discipline',
          ],
        },
        from: '2005-01-01',
        source: 'CDLD',
        verified: true,
      },
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 33',
        value: {
          kind: 'secret_ballot',
          matters: [
            'candidate_presentation',
            'appointment',
            'availability',
            'preventive_suspension',
            'discipline',
          ],
        },
        from: '2005-01-01',
        source: 'Loi du 8 juillet 1976',
        verified: false,
        note: unread,
      },
    ],
  },
  {
    key: 'vote.recorded',
    name: 'votes.law.recorded',
    rules: [
      {
        organ: 'college',
        article: 'CDLD L1123-20',
        value: { kind: 'recorded_votes', names: false },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: unread,
      },
    ],
  },
  {
    key: 'vote.closed_session',
    name: 'votes.law.closed_session',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1122-20',
        value: { kind: 'share_of_present', numerator: 2, denominator: 3 },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: unread,
        example: { present: 25, gives: 17 },
      },
    ],
  },
  {
    key: 'vote.majority_urgent',
    name: 'votes.law.majority_urgent',
    rules: [
      {
        organ: 'college',
        article: 'CDLD L1123-22',
        value: { kind: 'majority', base: 'expressed', tie: 'president' },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: 'Quand le collège a d’avance déclaré l’affaire urgente. À lire dans le texte coordonné',
        example: { yes: 2, no: 2, abstain: 1, president: 'yes', gives: 'adopted' },
      },
    ],
  },
  {
    key: 'vote.majority_tied',
    name: 'votes.law.majority_tied',
    rules: [
      {
        organ: 'college',
        article: 'CDLD L1123-22',
        value: { kind: 'majority', base: 'expressed', tie: 'president', afterTies: 3 },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: 'Quand, à trois séances, parité s’est produite pour la même affaire sans qu’un membre du conseil ait été appelé. À lire dans le texte coordonné',
        example: { yes: 2, no: 2, abstain: 1, president: 'no', gives: 'tie' },
      },
    ],
  },
  {
    key: 'vote.election',
    name: 'votes.law.election',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1122-28',
        value: { kind: 'election', ballottage: 2, tie: 'eldest' },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: unread,
      },
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 33',
        value: { kind: 'election', ballottage: 2, tie: 'eldest' },
        from: '2005-01-01',
        source: 'Loi du 8 juillet 1976',
        verified: false,
        note: unread,
      },
      {
        organ: 'police_council',
        article: 'Loi du 7 décembre 1998, art. 27',
        value: { kind: 'election', ballottage: 2, tie: 'eldest' },
        from: '2005-01-01',
        source: 'Loi du 7 décembre 1998\u00A0; renvoi aux règles du conseil communal',
        verified: false,
        note: unread,
      },
      {
        organ: 'provincial_council',
        article: 'CDLD L2212-20',
        value: { kind: 'election', ballottage: 2, tie: 'eldest' },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: unread,
      },
    ],
  },
  {
    key: 'vote.called_member',
    name: 'votes.law.called_member',
    rules: [
      {
        organ: 'college',
        article: 'CDLD L1123-22',
        value: { kind: 'called_member', from: 'council' },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: 'D’après l’ordre d’inscription au tableau. À lire dans le texte coordonné',
      },
    ],
  },
]
