import { Invalid } from '#kernel/errors'
import { type MessageKey, t } from '#kernel/i18n'
import { todayHere } from '#commons/directory'
import { choice, date, optional, optionalChoice, remark } from '#commons/records'
import type { AnySetting, Setting } from '#commons/settings'

/**
 * What transposes Directive (EU) 2016/2102 for whom: the decrees of the Walloon Region for local authorities, by the
 * competence that they exercise; the law of 19 July 2018 for federal bodies alone (its art. 3). Of the German-speaking
 * Community, the decree of 15 October 2018 on electronic communication of authorities of the German language area, art. 20 and 24;
 * of Brussels, the ordinance of 4 October 2018 (M.B. 30 November 2018) on regional bodies and municipalities: whether a CPAS of
 * Brussels is under it is not verified. Decrees that changed them since were not looked for.
 */
export const laws = ['walloon', 'walloon_138', 'german', 'brussels', 'federal'] as const
export const statuses = ['full', 'partial', 'none'] as const
export const methods = ['self', 'third'] as const

const words = (name: string, label: MessageKey, help: MessageKey): Setting<string> => ({
  name: `statements.${name}`,
  field: remark(3000, { label, help }, 4),
  initial: '',
})

export const law: Setting<(typeof laws)[number]> = {
  name: 'statements.law',
  field: choice(laws, (one) => t(`statements.law.${one}`), {
    label: 'statements.law',
    help: 'statements.law_help',
  }),
  initial: 'walloon',
}
export const status: Setting<(typeof statuses)[number] | null> = {
  name: 'statements.status',
  field: optionalChoice(statuses, (one) => t(`statements.status.${one}`), {
    label: 'statements.status',
    help: 'statements.status_help',
    none: 'statements.not_said',
  }),
  initial: null,
}
export const method: Setting<(typeof methods)[number] | null> = {
  name: 'statements.method',
  field: optionalChoice(methods, (one) => t(`statements.method.${one}`), {
    label: 'statements.method',
    help: 'statements.method_help',
    none: 'statements.not_said',
  }),
  initial: null,
}

const day = optional(
  date(
    { label: 'statements.evaluated_on', help: 'statements.evaluated_on_help' },
    { since: 2018, ahead: 0 },
  ),
)
export const evaluatedOn: Setting<Temporal.PlainDate | null> = {
  name: 'statements.evaluated_on',
  field: {
    ...day,
    check: async (given, name) => {
      if (given && Temporal.PlainDate.compare(given, todayHere()) > 0)
        throw Invalid.field(name, 'statements.evaluated_to_come')
    },
  },
  initial: null,
}
export const failings = words('failings', 'statements.failings', 'statements.failings_help')
export const burden = words('burden', 'statements.burden', 'statements.burden_help')
export const outside = words('outside', 'statements.outside', 'statements.outside_help')
export const feedback = words('feedback', 'statements.feedback', 'statements.feedback_help')
export const complaint = words('complaint', 'statements.complaint', 'statements.complaint_help')
export const contact = words('contact', 'statements.contact', 'statements.contact_help')
export const editor = words('editor', 'statements.editor', 'statements.editor_help')
export const host = words('host', 'statements.host', 'statements.host_help')
export const reuse = words('reuse', 'statements.reuse', 'statements.reuse_help')
/** What an authority says in its settings, so that its statements can be made. */
export const facts: readonly AnySetting[] = [
  ...[law, status, failings, burden, outside, method, evaluatedOn, feedback, complaint],
  ...[contact, editor, host, reuse],
]
