import type { LegalAct } from '#commons/law'
import { unread } from './unread.ts'

const ofTown = 'La durée est lue\u00A0; qu’elle vaille pour chaque acte de l’organe ne l’est pas'
const notOfCpas =
  'Des organes de la commune\u00A0: le budget d’un CPAS va au conseil communal, en 40 jours (Parlement wallon, question 183 (2008-2009))'

/**
 * The supervision (tutelle) of the acts of a municipality, and of the budget of its CPAS. No rule is for
 * every organ: each was read for one kind of authority.
 */
export const supervisionLaw: readonly LegalAct[] = [
  {
    key: 'supervision.sending',
    name: 'deliberations.law.supervision_sending',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L3122-2',
        value: { kind: 'days_after', days: 15, moved: 'next_working_day' },
        from: '2019-02-01',
        source: 'CDLD\u00A0; Parlement wallon, question 128 (2022-2023)',
        verified: false,
        note: ofTown,
        example: { of: '2026-04-01', gives: '2026-04-16' },
      },
      {
        organ: 'college',
        article: 'CDLD L3122-2',
        value: { kind: 'days_after', days: 15, moved: 'next_working_day' },
        from: '2019-02-01',
        source: 'CDLD\u00A0; Parlement wallon, question 128 (2022-2023)',
        verified: false,
        note: ofTown,
        example: { of: '2026-04-01', gives: '2026-04-16' },
      },
    ],
  },
  {
    key: 'supervision.annulment',
    name: 'deliberations.law.supervision_annulment',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L3122-1',
        value: { kind: 'days_after', days: 30, moved: 'next_working_day' },
        from: '2019-02-01',
        source: 'CDLD\u00A0; Parlement wallon, question 128 (2022-2023)',
        verified: false,
        note: ofTown,
        example: { of: '2026-04-01', gives: '2026-05-04' },
      },
      {
        organ: 'college',
        article: 'CDLD L3122-1',
        value: { kind: 'days_after', days: 30, moved: 'next_working_day' },
        from: '2019-02-01',
        source: 'CDLD\u00A0; Parlement wallon, question 128 (2022-2023)',
        verified: false,
        note: ofTown,
        example: { of: '2026-04-01', gives: '2026-05-04' },
      },
    ],
  },
  {
    key: 'supervision.annulment_extended',
    name: 'deliberations.law.supervision_annulment_extended',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L3122-1',
        value: { kind: 'days_after', days: 45, moved: 'next_working_day' },
        from: '2019-02-01',
        source: 'CDLD',
        verified: false,
        note: unread,
        example: { of: '2026-04-01', gives: '2026-05-18' },
      },
      {
        organ: 'college',
        article: 'CDLD L3122-1',
        value: { kind: 'days_after', days: 45, moved: 'next_working_day' },
        from: '2019-02-01',
        source: 'CDLD',
        verified: false,
        note: unread,
        example: { of: '2026-04-01', gives: '2026-05-18' },
      },
    ],
  },
  {
    key: 'supervision.approval',
    name: 'deliberations.law.supervision_approval',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L3132-1',
        value: { kind: 'days_after', days: 30, moved: 'next_working_day' },
        from: '2019-02-01',
        source: 'CDLD',
        verified: false,
        note: notOfCpas,
        example: { of: '2026-04-01', gives: '2026-05-04' },
      },
      {
        organ: 'college',
        article: 'CDLD L3132-1',
        value: { kind: 'days_after', days: 30, moved: 'next_working_day' },
        from: '2019-02-01',
        source: 'CDLD',
        verified: false,
        note: notOfCpas,
        example: { of: '2026-04-01', gives: '2026-05-04' },
      },
    ],
  },
  {
    key: 'supervision.approval_extended',
    name: 'deliberations.law.supervision_approval_extended',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L3132-1',
        value: { kind: 'days_after', days: 45, moved: 'next_working_day' },
        from: '2019-02-01',
        source: 'CDLD',
        verified: false,
        note: notOfCpas,
        example: { of: '2026-04-01', gives: '2026-05-18' },
      },
      {
        organ: 'college',
        article: 'CDLD L3132-1',
        value: { kind: 'days_after', days: 45, moved: 'next_working_day' },
        from: '2019-02-01',
        source: 'CDLD',
        verified: false,
        note: notOfCpas,
        example: { of: '2026-04-01', gives: '2026-05-18' },
      },
    ],
  },
  {
    key: 'supervision.cpas_budget',
    name: 'deliberations.law.supervision_cpas_budget',
    rules: [
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS',
        value: { kind: 'days_after', days: 40, moved: 'none' },
        from: '2005-01-01',
        source: 'Loi du 8 juillet 1976\u00A0; Parlement wallon, question 183 (2008-2009)',
        verified: false,
        note: 'Que le budget d’un CPAS aille au conseil communal, en 40 jours, est lu\u00A0; l’article, le point de départ et la date de la règle ne le sont pas',
        example: { of: '2026-04-01', gives: '2026-05-11' },
      },
    ],
  },
]
