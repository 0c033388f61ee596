import type { LegalAct } from '#commons/law'

/** The note of a rule that is likely and was not read in the consolidated text. */
const unread = 'À lire dans le texte coordonné'

/** How organs decide: quorum, majority, ballots, closed session. */
export const voteLaw: readonly LegalAct[] = [
  {
    key: 'vote.quorum',
    name: 'sittings.law.quorum',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1122-17',
        value: { kind: 'quorum', of: 'in_office', share: 'majority', waivedFrom: 3 },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: unread,
      },
      {
        organ: 'college',
        article: 'CDLD L1123-20',
        value: { kind: 'quorum', of: 'in_office', share: 'majority', waivedFrom: null },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: unread,
      },
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 32',
        value: { kind: 'quorum', of: 'in_office', share: 'majority', waivedFrom: 2 },
        from: '2005-01-01',
        source: 'Loi du 8 juillet 1976',
        verified: false,
        note: 'La dispense après deux convocations n’est pas lue',
      },
      {
        organ: 'permanent_bureau',
        article: 'Loi organique des CPAS, art. 27',
        value: { kind: 'quorum', of: 'in_office', share: 'majority', waivedFrom: null },
        from: '2005-01-01',
        source: 'Loi du 8 juillet 1976',
        verified: false,
        note: unread,
      },
    ],
  },
  {
    key: 'vote.majority',
    name: 'sittings.law.majority',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1122-26',
        value: { kind: 'majority', base: 'expressed', tie: 'rejected' },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: unread,
      },
      {
        organ: 'college',
        article: 'CDLD L1123-22',
        value: { kind: 'majority', base: 'expressed', tie: 'postponed' },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: unread,
      },
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 33',
        value: { kind: 'majority', base: 'expressed', tie: 'rejected' },
        from: '2005-01-01',
        source: 'Loi du 8 juillet 1976',
        verified: false,
        note: unread,
      },
      {
        organ: 'permanent_bureau',
        article: 'Loi organique des CPAS, art. 27',
        value: { kind: 'majority', base: 'expressed', tie: 'rejected' },
        from: '2005-01-01',
        source: 'Loi du 8 juillet 1976',
        verified: false,
        note: unread,
      },
    ],
  },
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
      },
    ],
  },
]
