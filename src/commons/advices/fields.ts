import { z } from 'zod'
import { line } from '#kernel/http'
import { t } from '#kernel/i18n'
import { readerNames, roles, services } from '#commons/directory'
import {
  choice,
  type Field,
  manyOf,
  oneOf,
  optional,
  optionalChoice,
  remark,
  rowsOf,
  type Said,
  text,
  ticked,
  whole,
  yesNo,
} from '#commons/records'
import { advised } from './advised.ts'
import { values } from './values.ts'

type Listed = readonly { id: string; name: string }[]

/** One of a list that the house makes, by its name: a role, a kind of dossiers. */
const oneNamed = (all: () => Promise<Listed>, said: Said): Field<string> => ({
  ...oneOf({ all, order: (column) => column }, said),
  schema: line(120),
  answer: z.string(),
})

const manyNamed = (all: () => Promise<Listed>, said: Said): Field<string[]> => ({
  ...manyOf({ all, order: (column) => column }, said),
  schema: ticked(line(40)),
  answer: z.array(z.string()),
})

/** Who may give advice: services of today, and the roles of the house. */
async function givers(): Promise<Listed> {
  const principals = [
    ...roles.all().map(({ principal }): string => principal),
    ...(await services()).map(({ id }) => `service:${id}`),
  ]
  const names = await Promise.all(principals.map((one) => readerNames([one])))
  return principals.map((id, at) => ({ id, name: names[at]?.join(', ') ?? id }))
}

const kindsAdvised = async (): Promise<Listed> =>
  advised.all().map(({ kind, label }) => ({ id: kind.name, name: t(label) }))

const named = (of: 'conditions' | 'laws') => async (): Promise<Listed> =>
  advised.all().flatMap((one) => one[of].map(({ name, label }) => ({ id: name, name: t(label) })))

/** The days of the week, Monday first, as one says them. */
const weekdays = async (): Promise<Listed> =>
  ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({
    id: String(day),
    name: t(`advices.weekday.${day}`),
  }))

const allValues = async (): Promise<Listed> =>
  values.map((id) => ({ id, name: t(`advices.value.${id}`) }))

/** Who gives an advice, of a dossier of this folder. */
export const giverField = (said: Said) => oneNamed(givers, said)

/** What an advice says, or nothing yet. */
export const valueField = (said: Said) =>
  optionalChoice(values, (one) => t(`advices.value.${one}`), said)

/** What is said of a kind of advice (type d’avis), in the order of its form. */
export const typeFields = {
  title: text(120, { label: 'advices.type.title', help: 'advices.type.title_help' }),
  about: oneNamed(kindsAdvised, { label: 'advices.type.about', stays: true }),
  giver: giverField({ label: 'advices.type.giver', help: 'advices.type.giver_help' }),
  nature: choice(['optional', 'mandatory', 'automatic'], (one) => t(`advices.nature.${one}`), {
    label: 'advices.type.nature',
    help: 'advices.type.nature_help',
  }),
  condition: optional(
    oneNamed(named('conditions'), {
      label: 'advices.type.condition',
      shownWhen: { field: 'nature', is: ['automatic'] },
      neededWhen: { field: 'nature', is: ['automatic'] },
    }),
  ),
  uninvited: yesNo({ label: 'advices.type.uninvited', help: 'advices.type.uninvited_help' }),
  must_favour: yesNo({ label: 'advices.type.must_favour', help: 'advices.type.must_favour_help' }),
  confidential: yesNo({
    label: 'advices.type.confidential',
    help: 'advices.type.confidential_help',
  }),
  law: optional(
    oneNamed(named('laws'), { label: 'advices.type.law', help: 'advices.type.law_help' }),
  ),
  days: whole(1, 365, { label: 'advices.type.days', absent: 10 }),
  unit: choice(['working', 'calendar'], (one) => t(`advices.unit.${one}`), {
    label: 'advices.type.unit',
  }),
  week: choice(['five', 'six'], (one) => t(`advices.week.${one}`), {
    label: 'advices.type.week',
    shownWhen: { field: 'unit', is: ['working'] },
  }),
  not_on: manyNamed(weekdays, { label: 'advices.type.not_on', help: 'advices.type.not_on_help' }),
  alert: whole(0, 60, {
    label: 'advices.type.alert',
    help: 'advices.type.alert_help',
    absent: 2,
  }),
  delays: rowsOf(
    6,
    {
      label: text(80, { label: 'advices.type.delay_label' }),
      days: whole(1, 365, { label: 'advices.type.delay_days' }),
    },
    { label: 'advices.type.delays', help: 'advices.type.delays_help' },
  ),
  offers: manyNamed(allValues, { label: 'advices.type.offers', help: 'advices.type.offers_help' }),
  request: remark(2000, { label: 'advices.type.request', help: 'advices.type.request_help' }, 4),
  given_text: remark(
    2000,
    { label: 'advices.type.given_text', help: 'advices.type.texts_help' },
    3,
  ),
  own_text: remark(2000, { label: 'advices.type.own_text' }, 3),
  late_text: remark(2000, { label: 'advices.type.late_text' }, 3),
  none_text: remark(2000, { label: 'advices.type.none_text' }, 3),
} as const
