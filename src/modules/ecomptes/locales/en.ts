import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'task.exchange': 'Exchange the plan with eComptes',
  'task.exchange.steps':
    'On the plan, tab “eComptes”: hand in the file, answer what it asks, import it.\nTo send it, look first at what the Region would refuse: the page says it, line by line.',
  brings: 'The export of the plan to eComptes and the import of the file that comes back.',
  'kept.articles': '{count, plural, one {# budget article} other {# budget articles}}',
  'kept.projections': '{count, plural, one {# projection} other {# projections}}',
  stops:
    'The plan is exchanged with eComptes no more, and the amounts that came from it are not shown.',
  more_faults: 'And {count, number} other faults.',
  not_recognised: 'The imported document is not recognised as a valid eComptes export.',
  too_large: 'The file is too large for an eComptes export.',
  doctype: 'The file holds a DOCTYPE declaration, which this format does not know.',
  not_xml: 'Line {line}: this is not XML, or the file is damaged here.',
  foreign_root:
    'Line {line}: the document starts with “{name}”; an eComptes export starts with “dataroot”.',
  wrong_version:
    'Line {line}: the version of the format is “{found}”; only version “{known}” is known.',
  no_id: 'Line {line}: the element “{element}” has no identifier (ElementId).',
  id_twice: 'Line {line}: the identifier “{id}” is already that of the element on line {first}.',
  no_attribute: 'Line {line}: the element “{element}” has no attribute “{attribute}”.',
  other_expected:
    'Line {line}: the element “{element}” is out of place; what comes here is: {expected}.',
  not_expected: 'Line {line}: the element “{element}” is out of place.',
  incomplete: 'Line {line}: the element “{element}” is incomplete; it lacks: {expected}.',
  too_long:
    'Line {line}: the text of “{element}” has {length} characters; at most {most} are allowed.',
  bad_value: 'Line {line}: “{value}” is not a value allowed for “{element}”.',
  bad_amount: 'Line {line}: the amount “{value}” has more than two decimals, or is too large.',
  out_of_reach: 'Line {line}: “{value}” of “{element}” is beyond what can be taken over.',
  otherwise: 'Line {line}: the file does not follow the format ({message}).',
  'account.articles': 'Budget articles (eComptes)',
  'account.projections': 'Projections (eComptes)',
  'account.code': 'Article',
  'account.service': 'Service',
  'account.label': 'Label',
  'account.group': 'Economic group',
  'account.OR': 'Ordinary receipt',
  'account.OD': 'Ordinary expense',
  'account.ER': 'Extraordinary receipt',
  'account.ED': 'Extraordinary expense',
  'account.title': 'Analytic budget (eComptes)',
  'account.amount': 'Amount',
  picture: '[Picture: {alt}]',
  'permission.exchange': 'Exchange the plan with eComptes',
  unfit:
    'The strategic plan is known here for municipalities and CPAS alone (CDLD L1123-27, organic law art. 27ter).',
}
