import type { Processing } from '#commons/holdings'

/** The processing activities of what all trades share; trades declare their own. */
export const ownProcessings: readonly Processing[] = [
  {
    title: 'privacy.own.people',
    purpose: 'privacy.own.people_purpose',
    basis: 'public_task',
    law: 'privacy.own.people_law',
    persons: ['privacy.persons.staff', 'privacy.persons.elected'],
    recipients: ['privacy.recipients.inside'],
    of: ['directory.held', 'programs.held'],
  },
  {
    title: 'privacy.own.security',
    purpose: 'privacy.own.security_purpose',
    basis: 'legal_obligation',
    law: 'privacy.own.security_law',
    persons: ['privacy.persons.users'],
    recipients: ['privacy.recipients.administrators'],
    of: ['directory.held.audit'],
  },
  {
    title: 'privacy.own.handling',
    purpose: 'privacy.own.handling_purpose',
    basis: 'public_task',
    law: 'privacy.own.handling_law',
    persons: ['privacy.persons.users', 'privacy.persons.named'],
    recipients: ['privacy.recipients.inside'],
    of: [
      'annexes.title',
      'annexes.withdrawn',
      'background.title',
      'documents.title',
      'dossiers.held',
      'drafts.mine',
      'imports.held',
      'notifications.title',
      'outbox.title',
      'reminders.title',
      'statements.held',
    ],
  },
  {
    title: 'privacy.own.requests',
    purpose: 'privacy.own.requests_purpose',
    basis: 'legal_obligation',
    law: 'privacy.own.requests_law',
    persons: ['privacy.persons.applicants'],
    recipients: ['privacy.recipients.administrators'],
    of: ['privacy.request'],
  },
]
