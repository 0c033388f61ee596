import type { LegalAct } from '#commons/law'
import { unread } from './unread.ts'

/** How votes are cast: aloud, in secret, in closed session, and what the president’s weighs. */
export const ballotLaw: readonly LegalAct[] = [
  {
    key: 'vote.aloud_on_request',
    name: 'sittings.law.aloud_on_request',
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
    name: 'sittings.law.secret',
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
    key: 'vote.closed_session',
    name: 'sittings.law.closed_session',
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
    name: 'sittings.law.majority_urgent',
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
]
