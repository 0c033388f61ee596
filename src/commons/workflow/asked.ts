import { bears } from '#kernel/access'
import { t } from '#kernel/i18n'
import { named, stateName, verbName } from './change.ts'
import {
  type Doer,
  mightTake,
  offeredSteps,
  principalsOf,
  type Workflow,
  workflows,
} from './definition.ts'

/** What of a dossier says what it asks of somebody. */
interface Asking {
  readonly kind: string
  readonly state: string
  readonly service_id: string | null
  readonly created_by: string | null
}

/**
 * What a dossier that waits asks of the one who acts, and why of them: « à faire : Présenter », « comme
 * secrétariat ».
 */
export function asksOf(dossier: Asking): string[] {
  const { kind, state } = dossier
  const flow = workflows.all().find((one) => one.kind === kind)
  const verb = flow && nextVerb(flow, state)
  const what = verb ? t('workflow.to_do', { verb: verbName(kind, verb) }) : stateName(kind, state)
  const doers = flow?.states[state]?.waitsFor ?? []
  const mine = doers.find((doer) => !isOwn(doer) && isMine(doer, dossier)) ?? doers.find(isOwn)
  return mine ? [what, asWhom(mine)] : [what]
}

/**
 * The next step that a row may offer: one that asks nothing, of those that its trade offers, and that is for
 * the one who acts as far as a row tells. Its guard is asked when it is taken.
 */
export function offeredStep(row: Asking): { verb: string; label: string } | undefined {
  const { kind, state } = row
  const offered = offeredSteps.all().find(({ flow }) => flow.kind === kind)
  const verb = offered && nextVerb(offered.flow, state)
  if (!verb || !offered.verbs.includes(verb)) return undefined
  if (offered.flow.transitions[verb]?.comment || !mightTake(offered.flow, verb, row))
    return undefined
  return { verb, label: verbName(kind, verb) }
}

/** The verb that leads on from a state, made by a person. */
function nextVerb({ transitions }: Workflow, state: string): string | undefined {
  return Object.entries(transitions).find(([, { from, who, back }]) => {
    return !back && who.length > 0 && from.includes(state)
  })?.[0]
}

/** Named in a column of the dossier, which a list does not read: it waits for them, so they are. */
const isOwn = (doer: Doer) => typeof doer === 'string' && doer.startsWith('own:')

const isMine = (doer: Doer, dossier: Asking) =>
  principalsOf(doer, dossier).some((principal) => bears(principal))

function asWhom(doer: Doer): string {
  if (typeof doer === 'object') return t('workflow.as.role', { role: t(doer.called) })
  return named(`workflow.as.${doer.replace(':', '.')}`)
}
