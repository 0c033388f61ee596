import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  infected: 'Virus scanner',
  infected_told:
    'The annex “{title}” contains a virus ({found}): it is given out to nobody any more. Remove it, and tell your IT service.',
  'infected.done.find': 'found a virus',
  title: 'Background work',
  lead_all: 'What the house does for everybody while people work, and what could not be done.',
  lead_mine: 'What the house does for you while you work, and what could not be done.',
  failed: 'Could not be done',
  none_failed: 'Nothing failed.',
  waiting: 'Being done or waiting',
  none_waiting: 'Nothing waits.',
  haste: 'Try now what was put off',
  hastened:
    '{count, plural, =0 {Nothing was put off.} one {# job is tried again.} other {# jobs are tried again.}}',
  again: 'Again',
  sent_again: 'The job is sent again.',
  leave: 'Let it be',
  leave_sure: 'No longer do this job? What depended on it stays without.',
  left: 'This job will not be done.',
  sent_by: 'asked for by {name}',
  tried:
    '{count, plural, one {One try failed} other {# tries failed}}; what is in the way may pass.',
  next: 'next try: {when}',
  begun: 'being done',
  failed_because: '{what}: could not be done. {why}',
  'task.forget_done': 'Forgetting finished jobs',
  kept_after: 'after the end of the job; what failed stays until somebody decides',
  kept_because: 'So that a job is not done twice.',
  held_personal: 'name of who asked for the job',
  'task.clear_files': 'Erasing files that nothing needs',
  'permission.read': 'Follow background work and start it again',
}
