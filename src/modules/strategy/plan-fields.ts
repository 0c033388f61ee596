import {
  type Field,
  type Given,
  asked,
  choice,
  date,
  optional,
  type Part,
  simply,
  text,
  whole,
  yearOf,
} from '#commons/records'
import { t } from '#kernel/i18n'

/** A number that only names: no figure is parted from the next. */
const naming = (field: Field<number>): Field<number> => ({ ...field, shown: simply(String) })
const year = (label: 'strategy.plan.first_year' | 'strategy.plan.last_year') =>
  yearOf(1990, 2100, { label })

/** Strategic plans are of 1990 or later, and none looks further than three legislatures. */
export const planYears = { since: 1990, ahead: 24 }

/** What a plan says of itself: title, whose it is, legislature, exercises. */
export const planFields = {
  title: text(255, { label: 'strategy.plan.title' }),
  body: choice(['commune', 'cpas', 'shared'], (value) => t(`strategy.body.${value}`), {
    label: 'strategy.plan.body',
    help: 'strategy.plan.body_help',
  }),
  starts_on: date({ label: 'strategy.plan.starts_on' }, planYears),
  ends_on: date({ label: 'strategy.plan.ends_on' }, planYears),
  designated_on: optional(
    date(
      {
        label: 'strategy.plan.designated_on',
        help: 'strategy.plan.designated_help',
        shownWhen: { field: 'body', is: ['commune', 'shared'] },
      },
      planYears,
    ),
  ),
  installed_on: optional(
    date(
      {
        label: 'strategy.plan.installed_on',
        help: 'strategy.plan.installed_help',
        shownWhen: { field: 'body', is: ['cpas', 'shared'] },
      },
      planYears,
    ),
  ),
  first_year: year('strategy.plan.first_year'),
  last_year: year('strategy.plan.last_year'),
  nis: naming(
    whole(10_000, 99_999, { label: 'strategy.plan.nis', help: 'strategy.plan.nis_help' }),
  ),
}

/** The parts of its form. */
export const planParts: readonly Part<keyof typeof planFields>[] = [
  { title: 'strategy.essentials', names: ['title', 'body'] },
  {
    title: 'strategy.plan.term',
    names: ['starts_on', 'ends_on', 'designated_on', 'installed_on'],
  },
  { title: 'strategy.plan.exercises', names: ['first_year', 'last_year', 'nis'] },
]

export const WrittenPlan = asked(planFields)
export type WrittenPlan = Given<typeof planFields>
