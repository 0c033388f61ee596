import { permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import type { Dossier } from '#commons/dossiers'
import {
  anyService,
  choice,
  date,
  file,
  link,
  optional,
  optionalChoice,
  type OwnColumns,
  type Part,
  remark,
  rich,
  rowsOf,
  term,
  text,
  time,
  yesNo,
} from '#commons/records'
import { usedBy, type Vocabulary } from '#commons/vocabularies'
import { items } from '#modules/deliberations'
import { bodyHere } from './bodies.ts'

/** The name of the kind of what is published. */
export const postingKind = 'regulations.posting'

/** What a text is: rules for all, an order of police, or a notice that rules nothing. */
export const natures = ['regulation', 'order', 'notice'] as const

export const types: Vocabulary = {
  name: 'regulations.type',
  label: 'regulations.types',
  permission: permission('regulations.words'),
  uses: usedBy(postingKind, 'type_id'),
}

export const matters: Vocabulary = {
  name: 'regulations.matter',
  label: 'regulations.matters',
  permission: permission('regulations.words'),
  uses: usedBy(postingKind, 'matter_id'),
}

export const outcomes = ['approved', 'partly', 'refused', 'annulled', 'expired'] as const

const underSupervision = { shownWhen: { field: 'supervised', is: [true] } } as const

/** What is said of what is published, in the order of its form. */
export const postingFields = {
  title: text(500, { label: 'regulations.posting.title', help: 'regulations.posting.title_help' }),
  service_id: anyService({ label: 'regulations.posting.service', stays: true }),
  nature: choice(natures, (one) => t(`regulations.nature.${one}`), {
    label: 'regulations.posting.nature',
    help: 'regulations.posting.nature_help',
    stays: true,
  }),
  type_id: term(types.name, {
    label: 'regulations.posting.type',
    none: 'regulations.posting.no_type',
    stays: true,
  }),
  matter_id: term(matters.name, {
    label: 'regulations.posting.matter',
    none: 'regulations.posting.no_matter',
  }),
  body: bodyHere,
  decided_on: optional(
    date({
      label: 'regulations.posting.decided_on',
      help: 'regulations.posting.decided_on_help',
    }),
  ),
  item_id: optional(
    link([items.name], {
      label: 'regulations.posting.item',
      help: 'regulations.posting.item_help',
    }),
  ),
  text: rich({ label: 'regulations.posting.text', help: 'regulations.posting.text_help' }, 16),
  pdf_id: optional(
    file({ label: 'regulations.posting.pdf', help: 'regulations.posting.pdf_help' }),
  ),
  consultation: remark(
    1000,
    { label: 'regulations.posting.consultation', help: 'regulations.posting.consultation_help' },
    3,
  ),
  supervised: yesNo({ label: 'regulations.posting.supervised' }),
  supervision_by: remark(200, {
    label: 'regulations.posting.supervision_by',
    ...underSupervision,
  }),
  supervision_outcome: optionalChoice(outcomes, (one) => t(`regulations.outcome.${one}`), {
    label: 'regulations.posting.supervision_outcome',
    none: 'regulations.outcome.none',
    ...underSupervision,
  }),
  supervision_on: optional(
    date({ label: 'regulations.posting.supervision_on', ...underSupervision }),
  ),
  supervision_over_on: optional(
    date({ label: 'regulations.posting.supervision_over_on', ...underSupervision }),
  ),
  publish_on: optional(
    date({
      label: 'regulations.posting.publish_on',
      help: 'regulations.posting.publish_on_help',
      copied: false,
    }),
  ),
  publish_at: optional(
    time({
      label: 'regulations.posting.publish_at',
      copied: false,
      shownWhen: { field: 'publish_on', is: 'answered' },
    }),
  ),
  in_force_on: optional(
    date({
      label: 'regulations.posting.in_force_on',
      help: 'regulations.posting.in_force_on_help',
      copied: false,
    }),
  ),
  expires_on: optional(
    date({
      label: 'regulations.posting.expires_on',
      help: 'regulations.posting.expires_on_help',
      copied: false,
    }),
  ),
  replaces: rowsOf(
    10,
    {
      posting_id: link([postingKind], { label: 'regulations.posting.replaced' }),
      how: choice(['replaces', 'amends'], (one) => t(`regulations.how.${one}`), {
        label: 'regulations.posting.how',
      }),
      note: remark(300, { label: 'regulations.posting.note' }),
    },
    { label: 'regulations.posting.replaces', help: 'regulations.posting.replaces_help' },
  ),
}

export type Posting = Dossier<OwnColumns<typeof postingFields>>

export const postingParts: readonly Part<keyof typeof postingFields>[] = [
  {
    title: 'regulations.part.what',
    names: [
      'title',
      'service_id',
      'nature',
      'type_id',
      'matter_id',
      'body',
      'decided_on',
      'item_id',
    ],
  },
  { title: 'regulations.part.text', names: ['text', 'pdf_id', 'consultation'] },
  {
    title: 'regulations.part.supervision',
    folded: true,
    names: [
      'supervised',
      'supervision_by',
      'supervision_outcome',
      'supervision_on',
      'supervision_over_on',
    ],
  },
  {
    title: 'regulations.part.dates',
    names: ['publish_on', 'publish_at', 'in_force_on', 'expires_on'],
  },
  { title: 'regulations.part.chain', folded: true, names: ['replaces'] },
]

/** A text that another one replaces, or changes in part. */
export interface Replacing {
  posting_id: string
  how: 'replaces' | 'amends'
  note: string
}

export const replacedBy = ({ replaces }: Pick<Posting, 'replaces'>): Replacing[] =>
  // As its field keeps rows.
  replaces.map((row) => row as unknown as Replacing)
