import { permission } from '#kernel/access'
import type { Dossier } from '#commons/dossiers'
import { applied } from '#commons/law'
import { yearly } from '#commons/numbering'
import { partiesNamed } from '#commons/parties'
import { placesNamed } from '#commons/places'
import {
  choice,
  date,
  file,
  fraction,
  money,
  optional,
  type OwnColumns,
  period,
  person,
  remark,
  rich,
  rowsOf,
  service,
  termsOf,
  text,
  whole,
  yesNo,
} from '#commons/records'
import { remindAhead } from '#commons/reminders'
import { plainKind, plainVerbs } from '#commons/registers'
import { t } from '#kernel/i18n'
import { usedBy, type Vocabulary } from '#commons/vocabularies'
import { inspector } from './role.ts'
import { occupationWorkflow } from './workflow.ts'

/** What is said of an occupation (occupation privative de la voie publique), in the order of its form. */
export const occupationFields = {
  title: text(200, { label: 'records.title' }),
  service_id: service({ label: 'streets.occupation.service', stays: true }, []),
  applicants: partiesNamed(5, { label: 'streets.occupation.applicants', personal: true }),
  phone: remark(30, { label: 'streets.occupation.phone', personal: true }),
  received_on: date({ label: 'streets.occupation.received_on' }),
  due_on: optional(date({ label: 'streets.occupation.due_on' })),
  places: placesNamed(5, { label: 'streets.occupation.places' }),
  surface: choice(
    ['pavement', 'carriageway', 'parking', 'square'],
    (one) => t(`streets.surface.${one}`),
    { label: 'streets.occupation.surface' },
  ),
  purposes: termsOf('streets.purpose', { label: 'streets.occupation.purposes' }),
  ...period('starts_on', 'ends_on', {
    begin: { label: 'streets.occupation.starts_on' },
    end: { label: 'streets.occupation.ends_on' },
  }),
  closed: yesNo({ label: 'streets.occupation.closed' }),
  diversion: remark(
    1000,
    {
      label: 'streets.occupation.diversion',
      shownWhen: { field: 'closed', is: [true] },
      neededWhen: { field: 'closed', is: [true] },
    },
    3,
  ),
  request: rich({ label: 'streets.occupation.request' }),
  stretches: rowsOf(
    20,
    {
      place: text(100, { label: 'streets.stretch.place' }),
      length: fraction(10_000, { label: 'streets.stretch.length', unit: 'm' }),
      lanes: whole(0, 6, { label: 'streets.stretch.lanes' }),
    },
    { label: 'streets.occupation.stretches' },
  ),
  fee: optional(money({ label: 'streets.occupation.fee' })),
  deposit: optional(
    money({
      label: 'streets.occupation.deposit',
      neededWhen: { field: 'surface', is: ['carriageway'] },
    }),
  ),
  inspector_id: optional(person({ label: 'streets.occupation.inspector' })),
  plan_id: optional(file({ label: 'streets.occupation.plan' })),
  opinion: remark(
    2000,
    // Of those who see the occupation, only who examines and who decides read it.
    { label: 'streets.occupation.opinion', readBy: [inspector, 'service:head'] },
    4,
  ),
}

export const occupations = plainKind(occupationFields, occupationWorkflow, {
  path: '/streets/occupations',
  readers: ({ service_id, created_by }) => [
    `service:${service_id}`,
    `user:${created_by}`,
    inspector.principal,
  ],
})

export type Occupation = Dossier<OwnColumns<typeof occupationFields>>

export const occupationRecord = {
  ...plainVerbs(occupations, occupationFields, occupationWorkflow, {
    numbers: yearly('streets.occupation', 'streets.occupation.list', 'OVP/{year}/{number:4}'),
    dueBy: {
      law: applied('streets.decision', 'delay', 'streets.applies.decision'),
      ...{ organ: 'college', from: 'received_on', met: ['granted'] },
    },
  }),
  parts: [
    {
      title: 'streets.part.request',
      names: ['title', 'service_id', 'applicants', 'phone', 'received_on', 'due_on', 'request'],
    },
    { title: 'streets.part.place', names: ['places', 'surface', 'purposes', 'stretches'] },
    { title: 'streets.part.period', names: ['starts_on', 'ends_on', 'closed', 'diversion'] },
    {
      title: 'streets.part.examination',
      names: ['plan_id', 'fee', 'deposit', 'inspector_id', 'opinion'],
      folded: true,
    },
  ],
} as const

export const purposes: Vocabulary = {
  name: 'streets.purpose',
  label: 'streets.purposes',
  permission: permission('streets.purposes'),
  uses: usedBy('streets.occupation', 'purposes'),
}

/** The inspector and who wrote it know three days ahead that the road is to be given back. */
export const ending = remindAhead(occupations, {
  ...{ day: 'ends_on', ahead: 3, in: ['granted'], to: [inspector, 'author'] },
  words: 'streets.occupation.reminded',
})
