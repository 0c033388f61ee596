import { t } from '#kernel/i18n'
import { monthsAfter } from '#commons/clock'
import { citizenPrincipal } from '#commons/citizens'
import { administrator, dataProtectionOfficer } from '#commons/directory'
import { kind } from '#commons/dossiers'
import {
  choice,
  date,
  optional,
  type OwnColumns,
  person,
  remark,
  text,
  wordsOf,
} from '#commons/records'
import { yearly } from '#commons/numbering'
import { partiesNamed } from '#commons/parties'
import { plainVerbNames, plainVerbs } from '#commons/registers'
import { awaitedBy, workflow } from '#commons/workflow'

/** What somebody may ask of what is held of them. GDPR art. 15 to 18, 20 and 21. */
export const natures = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
] as const

const keepers = [dataProtectionOfficer, administrator]

export const requestWorkflow = workflow('privacy.request', {
  initial: 'received',
  states: {
    received: { tone: 'info', waitsFor: keepers, edits: keepers },
    // Two months more, where it is complex; the person is told why within the first. Art. 12 § 3.
    extended: { tone: 'warn', waitsFor: keepers, edits: keepers },
    answered: { tone: 'good', final: true },
    refused: { tone: 'bad', final: true },
  },
  transitions: {
    extend: { from: ['received'], to: 'extended', who: keepers, comment: 'required' },
    answer: { from: ['received', 'extended'], to: 'answered', who: keepers },
    refuse: { from: ['received', 'extended'], to: 'refused', who: keepers, comment: 'required' },
  },
})

/** What is said of a request, in the order of its form. */
export const requestFields = {
  title: text(200, { label: 'privacy.request.who', help: 'privacy.request.who_help' }),
  nature: choice(natures, (one) => t(`privacy.nature.${one}`), { label: 'privacy.request.nature' }),
  received_on: date({ label: 'privacy.request.received_on' }),
  due_on: optional(date({ label: 'privacy.request.due_on', help: 'privacy.request.due_help' })),
  person_id: optional(
    person({ label: 'privacy.request.person', help: 'privacy.request.person_help' }),
  ),
  party_ids: partiesNamed(5, { label: 'privacy.request.parties' }),
  identity: remark(500, {
    label: 'privacy.request.identity',
    help: 'privacy.request.identity_help',
  }),
  answer: remark(5000, { label: 'privacy.request.answer', personal: true }, 6),
}

/** `citizen_id`: who asked from a space of their own. */
export type RequestColumns = OwnColumns<typeof requestFields> & { citizen_id: string | null }

export const requests = kind<RequestColumns, (typeof plainVerbNames)[number]>({
  name: 'privacy.request',
  verbs: plainVerbNames,
  table: 'commons.privacy_request',
  path: (id) => `/privacy/requests/${id}`,
  readers: ({ citizen_id: citizen }) => [
    ...keepers.map(({ principal }) => principal),
    ...(citizen ? [citizenPrincipal(citizen)] : []),
  ],
  awaits: (request) => awaitedBy(requestWorkflow, request),
  body: wordsOf(requestFields),
})

export const requestSeries = yearly(
  'privacy.request',
  'privacy.request.list',
  'RGPD/{year}/{number:3}',
)

const plain = plainVerbs(requests, requestFields, requestWorkflow, { numbers: requestSeries })

/** Within a month of the day on which it came. GDPR art. 12 § 3. */
export const dueAfter = (day: Temporal.PlainDate): Temporal.PlainDate => monthsAfter(day, 1).date

/** What a form, a list and the API ask of requests; one that says no other day is due a month after it came. */
export const requestRecord: typeof plain = {
  ...plain,
  write: (given, told) =>
    plain.write({ ...given, due_on: given.due_on ?? dueAfter(given.received_on) }, told),
  rewrite: (request, given) => {
    const moved = given.received_on && !given.received_on.equals(request.received_on)
    const follows = request.due_on?.equals(dueAfter(request.received_on))
    const due =
      moved && follows && !given.due_on
        ? { due_on: dueAfter(given.received_on ?? request.received_on) }
        : {}
    return plain.rewrite(request, { ...given, ...due })
  },
}
