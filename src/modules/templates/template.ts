import { sql } from 'kysely'
import { bears } from '#kernel/access'
import { ensure, Forbidden } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { typesOn } from '#commons/advices'
import { agent } from '#commons/directory'
import { type Dossier, readMany } from '#commons/dossiers'
import {
  anyService,
  choice,
  manyOf,
  optional,
  type OwnColumns,
  type RecordKind,
  remark,
} from '#commons/records'
import { plainKind, plainVerbs } from '#commons/registers'
import { workflow } from '#commons/workflow'
import { itemFields, items, matters, secretariat } from '#modules/deliberations'

const { title, organ_id, category_id, amount, purpose, poll_type } = itemFields
const { classifier_id, to_discuss, associated, committees, motivation, decision } = itemFields

const kindsOfAdvice = {
  // Of those that the one who writes may read.
  all: async () =>
    (await typesOn(items.name)).flatMap(({ id, title: name, readers }) =>
      readers.some((one) => bears(one)) ? [{ id, name }] : [],
    ),
  order: (column: Parameters<NonNullable<typeof title.order>>[0]) => column,
}

/** When a template puts a point on an agenda by itself. */
export const recurrences = ['never', 'creation', 'freeze'] as const

/** What a template says, in the order of its form: what its points begin with. */
export const templateFields = {
  title,
  folder: remark(200, { label: 'templates.point.folder', help: 'templates.point.folder_help' }),
  service_id: optional(
    anyService({
      label: 'templates.point.service',
      help: 'templates.point.service_help',
      neededWhen: { field: 'recurs', is: ['creation', 'freeze'] },
    }),
  ),
  organ_id: {
    ...optional(organ_id),
    help: 'templates.point.organ_help',
    neededWhen: { field: 'recurs', is: ['creation', 'freeze'] },
  } as const,
  recurs: choice(recurrences, (one) => t(`templates.recurs.${one}`), {
    label: 'templates.point.recurs',
    help: 'templates.point.recurs_help',
  }),
  category_id,
  amount,
  privacy: choice(['public', 'secret'], (one) => t(`deliberations.item.privacy.${one}`), {
    label: 'deliberations.item.privacy',
  }),
  purpose,
  poll_type,
  matter: choice(matters, (one) => t(`deliberations.item.matter.${one}`), {
    label: 'deliberations.item.matter',
  }),
  ...{ classifier_id, to_discuss, associated, committees },
  advices: manyOf(kindsOfAdvice, {
    label: 'templates.point.advices',
    help: 'templates.point.advices_help',
  }),
  motivation,
  decision,
}

export type Template = Dossier<OwnColumns<typeof templateFields>>

const keepers = ['service:head', secretariat] as const

export const templateWorkflow = workflow('templates.point', {
  initial: 'used',
  states: {
    used: { tone: 'good', edits: keepers },
    // Points begin from it no more, and it stands on no new agenda.
    ended: { tone: 'neutral', aside: true },
  },
  transitions: {
    end: { from: ['used'], to: 'ended', who: keepers },
    resume: { from: ['ended'], to: 'used', who: keepers, back: true },
  },
})

export const templates = plainKind(templateFields, templateWorkflow, {
  path: '/templates/points',
  readers: () => [agent.principal],
})

const plain = plainVerbs(templates, templateFields, templateWorkflow)

interface Kept {
  service_id?: string | null | undefined
  recurs?: string | undefined
}

/** Of one’s own service its head keeps templates; of all services, and of what recurs, the secretariat. */
function ensureKeeps({ service_id, recurs }: Kept): void {
  if (bears(secretariat.principal)) return
  ensure(service_id && bears(`service:${service_id}:head`), Forbidden, 'templates.by_secretariat')
  ensure((recurs ?? 'never') === 'never', Forbidden, 'templates.recurs_by_secretariat')
}

export const templateRecord: RecordKind<
  typeof templateFields,
  OwnColumns<typeof templateFields>
> = {
  ...plain,
  parts: [
    {
      title: 'templates.part.where',
      names: ['title', 'folder', 'service_id', 'organ_id', 'recurs'],
    },
    { title: 'deliberations.item.part.what', names: ['category_id', 'amount', 'advices'] },
    {
      title: 'deliberations.item.part.vote',
      folded: true,
      names: ['purpose', 'privacy', 'matter', 'poll_type'],
    },
    {
      title: 'deliberations.item.part.order',
      folded: true,
      names: ['classifier_id', 'to_discuss', 'associated', 'committees'],
    },
    { title: 'deliberations.item.part.text', names: ['motivation', 'decision'] },
  ],
  write: async (given, told) => {
    ensureKeeps(given)
    return plain.write(given, told)
  },
  rewrite: async (before, given) => {
    ensureKeeps(before)
    ensureKeeps({ ...before, ...given })
    return plain.rewrite(before, given)
  },
}

/** The templates of which an agenda of an organ bears a point by itself, in the order of their titles. */
export async function recurringOf(
  organId: string,
  at: (typeof recurrences)[number],
): Promise<Template[]> {
  const found = await readMany<OwnColumns<typeof templateFields>>(
    templates,
    sql<
      string[]
    >`array(select p.id from templates.point p join commons.dossier d using (tenant_id, id)
      where p.organ_id = ${organId} and p.recurs = ${at} and d.state = 'used')`,
  )
  return found.toSorted((a, b) => a.title.localeCompare(b.title, 'fr'))
}

/** All templates from which the one who acts may begin a point today. */
export const templatesToBegin = (): Promise<Template[]> =>
  readMany<OwnColumns<typeof templateFields>>(
    templates,
    sql<
      string[]
    >`array(select p.id from templates.point p join commons.dossier d using (tenant_id, id)
      where d.state = 'used')`,
  )
