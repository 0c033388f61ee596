import { eventNamed, type EventType, on } from '#kernel/events'
import { isOn, slot } from '#kernel/module'
import { type Dossier, type Kind, toldOf } from '#commons/dossiers'
import { type Doer, principalsOf, type Workflow } from '#commons/workflow'
import { deliver } from './notice.ts'

/** Whom a notification is for: a doer of the dossier, or the principals that a function names. */
export type Told<Own extends object> = Doer | ((dossier: Dossier<Own>) => readonly string[])

/** What people are told (notification), said by the trade: on what, to whom. The words are those of history. */
export interface Notification {
  /** `deliberations.item` */
  readonly kind: string
  /** What is done to one that they are told of. */
  readonly types: readonly EventType[]
  /** The principals whom it is for, by dossier. */
  readonly to: (dossierIds: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>
}

/** What people are told in this house, filled by the modules. */
export const notifications = slot<Notification>('notifications', listen)

/**
 * Says that people are told when these verbs of a kind or of its workflow, or all steps of a workflow, are done
 * to a dossier. Takes effect in `notifications`. Throws where a verb is not declared.
 */
export function notification<Own extends object>(
  kind: Pick<Kind<Own>, 'name' | 'table' | 'withheld'>,
  done: readonly string[] | Workflow,
  to: readonly Told<Own>[],
): Notification {
  const verbs = 'transitions' in done ? Object.keys(done.transitions) : done
  return {
    kind: kind.name,
    types: verbs.map((verb) => eventNamed(`${kind.name}.${verb}`)),
    to: async (ids) => {
      // For whom something is does not depend on who did it, nor on what they may read.
      const found = await toldOf<Own>(kind, ids)
      return new Map(found.map((one) => [one.id, to.flatMap((told) => principals(told, one))]))
    },
  }
}

const principals = <Own extends object>(told: Told<Own>, dossier: Dossier<Own>) =>
  typeof told === 'function' ? told(dossier) : principalsOf(told, dossier)

/** Delivers what a notification tells, in the transaction of what happened, as long as it has its place. */
function listen(told: Notification): void {
  const [trade = ''] = told.kind.split('.')
  for (const type of told.types)
    on(type, async (events) => {
      if (isOn(trade) && notifications.every().includes(told)) await deliver(type, events, told.to)
    })
}
