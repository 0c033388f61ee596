import type { LegalAct } from '#commons/law'
import { unread } from './unread.ts'

/** Before the council meets: convocation, agenda, drafts, minutes. */
export const meetingLaw: readonly LegalAct[] = [
  {
    key: 'council.convocation',
    name: 'deliberations.law.convocation',
    deed: 'deliberations.law.deed.receipt',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1122-13, § 1er',
        value: { kind: 'clear_days_before', days: 7 },
        from: '2005-01-01',
        source: 'CDLD\u00A0; Parlement wallon, question 115 (2007-2008)',
        verified: true,
      },
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 30',
        value: { kind: 'clear_days_before', days: 5 },
        from: '2005-01-01',
        source: 'Loi du 8 juillet 1976',
        verified: false,
        note: unread,
      },
      {
        organ: 'police_council',
        article: 'Loi du 7 décembre 1998, art. 25/4',
        value: { kind: 'clear_days_before', days: 7 },
        from: '2005-01-01',
        source: 'Loi du 7 décembre 1998\u00A0; règles du conseil communal',
        verified: false,
        note: unread,
      },
      {
        organ: 'rescue_council',
        article: 'Loi du 15 mai 2007, art. 44',
        value: { kind: 'clear_days_before', days: 7 },
        from: '2005-01-01',
        source: 'Loi du 15 mai 2007',
        verified: false,
        note: unread,
      },
      {
        organ: 'provincial_council',
        article: 'CDLD L2212-22',
        value: { kind: 'clear_days_before', days: 7 },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: unread,
      },
    ],
  },
  {
    key: 'council.reconvocation',
    name: 'deliberations.law.reconvocation',
    deed: 'deliberations.law.deed.receipt',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1122-13, § 1er, et L1122-17, al. 3',
        value: { kind: 'clear_days_before', days: 2 },
        from: '2005-01-01',
        source: 'CDLD\u00A0: deuxième et troisième convocations',
        verified: true,
      },
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 30',
        value: { kind: 'clear_days_before', days: 2 },
        from: '2005-01-01',
        source: 'Loi du 8 juillet 1976\u00A0; règlements d’ordre intérieur',
        verified: false,
        note: unread,
      },
    ],
  },
  {
    key: 'council.agenda_posting',
    name: 'deliberations.law.agenda_posting',
    deed: 'deliberations.law.deed.posting',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1122-14',
        value: { kind: 'clear_days_before', days: 7 },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: 'Mêmes délais que la convocation\u00A0: à lire dans le texte coordonné',
      },
    ],
  },
  {
    key: 'council.councillor_point',
    name: 'deliberations.law.councillor_point',
    deed: 'deliberations.law.deed.filing',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1122-24',
        value: { kind: 'clear_days_before', days: 5 },
        from: '2005-01-01',
        source: 'CDLD',
        verified: true,
      },
    ],
  },
  {
    key: 'council.minutes_available',
    name: 'deliberations.law.minutes_available',
    deed: 'deliberations.law.deed.making_available',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1122-16',
        value: { kind: 'clear_days_before', days: 7 },
        from: '2005-01-01',
        source: 'CDLD',
        verified: true,
      },
    ],
  },
  {
    key: 'council.minutes_available_reconvocation',
    name: 'deliberations.law.minutes_available_reconvocation',
    deed: 'deliberations.law.deed.making_available',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1122-16 et L1122-17, al. 3',
        value: { kind: 'clear_days_before', days: 2 },
        from: '2005-01-01',
        source: 'CDLD',
        verified: true,
      },
    ],
  },
  {
    key: 'council.public_drafts',
    name: 'deliberations.law.public_drafts',
    deed: 'deliberations.law.deed.publication',
    rules: [
      {
        organ: 'council',
        article: 'Décret du 18 mai 2022',
        value: { kind: 'clear_days_before', days: 5 },
        from: '2023-10-01',
        source: 'M.B. du 15 juillet 2022\u00A0; Parlement wallon, question 67 (2023-2024)',
        verified: true,
        note: 'Du jour où il lie toute commune\u00A0; les plus grandes y sont venues par étapes dès le 1er septembre 2022. Des sources numérotent l’article L3221-4 ou L3221-5',
      },
    ],
  },
  {
    key: 'council.urgency',
    name: 'deliberations.law.urgency',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1122-24',
        value: { kind: 'share_of_present', numerator: 2, denominator: 3 },
        from: '2005-01-01',
        source: 'CDLD',
        verified: true,
      },
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 30',
        value: { kind: 'share_of_present', numerator: 2, denominator: 3 },
        from: '2005-01-01',
        source: 'Loi du 8 juillet 1976',
        verified: false,
        note: unread,
      },
    ],
  },
  {
    key: 'college.convocation',
    name: 'deliberations.law.college_convocation',
    deed: 'deliberations.law.deed.receipt',
    rules: [
      {
        organ: 'college',
        article: 'CDLD L1123-21',
        value: { kind: 'clear_days_before', days: 2 },
        from: '2005-01-01',
        source: 'CDLD',
        verified: false,
        note: 'Hors des jours fixes du collège. À lire dans le texte coordonné',
      },
    ],
  },
  {
    key: 'council.policy_declaration',
    name: 'deliberations.law.policy_declaration',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1123-27, § 1er',
        value: { kind: 'months_after', months: 2 },
        from: '2018-12-03',
        source: 'CDLD',
        verified: false,
        note: 'La durée est lue\u00A0; le point de départ et la date de la règle ne le sont pas',
      },
    ],
  },
]
