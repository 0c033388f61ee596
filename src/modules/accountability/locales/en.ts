import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'task.freeze': 'Freeze a version of the plan and present it to the council',
  'task.freeze.steps':
    'On the plan, tab of versions: freeze one, it does not change any more.\nSend it to the council: an item is prepared with its annex.\nCompare two versions to say what changed.',
  'task.publish': 'Publish the plan',
  'task.publish.steps':
    'On the plan, tab “Publication”: see what the public will read, and what is withheld.\nPublish: the copy does not change any more, and bears its hash and its time.',
  trade: 'Account given of the plan',
  brings:
    'Frozen versions of the plan, their way to the council, reports and the page of the citizen.',
  'kept.versions': '{count, plural, one {# frozen version} other {# frozen versions}}',
  'kept.published': '{count, plural, one {# published copy} other {# published copies}}',
  'kept.documents': '{count, plural, one {# printed report} other {# printed reports}}',
  stops: 'The page of the citizen goes dark: the published plan is read no more at /pst.',
  due: 'last day to present the plan to the council · {article}',
  'council.title.presentation': '{plan}: presentation to the council',
  'council.title.update': '{plan}: update',
  'council.title.midterm': '{plan}: evaluation at mid-term',
  'council.title.final': '{plan}: evaluation at the end of the legislature',
  'council.law': 'Having regard to {law};',
  'council.ground.presentation':
    'Whereas {by, select, college {the college presents to the council the plan “{plan}”} other {the plan “{plan}” is presented to the council}}, as it stood on {date};',
  'council.ground.update': 'Whereas the plan “{plan}” was updated on {date};',
  'council.ground.midterm':
    'Whereas {by, select, college {the college submits the mid-term evaluation of the plan “{plan}”, made on {date} on the report of the management committee} other {the mid-term evaluation of the plan “{plan}” was made on {date}}};',
  'council.ground.final':
    'Whereas {by, select, college {the college submits the final evaluation of the plan “{plan}”, made on {date} on the report of the management committee} other {the final evaluation of the plan “{plan}” was made on {date}}};',
  'council.print': 'Whereas the frozen version bears the SHA-256 print {hash};',
  'council.report': 'Whereas the following was reported:',
  'council.decision.takes_note.presentation': '{organ} takes note of the plan “{plan}”.',
  'council.decision.adopts.presentation': '{organ} adopts the plan “{plan}”.',
  'council.then': 'It will be published under {article} and sent to the Government.',
  'council.decision.takes_note.update': '{organ} takes note of the update of the plan “{plan}”.',
  'council.decision.adopts.update': '{organ} adopts the update of the plan “{plan}”.',
  'council.decision.midterm': '{organ} takes note of the mid-term evaluation of the plan “{plan}”.',
  'council.decision.final': '{organ} takes note of the final evaluation of the plan “{plan}”.',
  'council.sent_already': 'This version has gone to the council already.',
  'council.no_council': 'This authority has no council.',
  'council.no_cpas_council':
    'This plan is the one of the CPAS: this authority has no social welfare council.',
  'council.no_service': 'You write items for no service: ask to be editor or head of one.',
  'task.annex': 'Annex of a plan to an item of the council',
  unfit:
    'The strategic plan is known here for municipalities and CPAS alone (CDLD L1123-27, organic law art. 27ter).',
}
