import { type Policy, signedIn } from '#kernel/access'
import { ensure, Forbidden } from '#kernel/errors'
import { annexVerbs } from '#commons/annexes'
import { create, createMany, type Kind, write } from '#commons/dossiers'
import {
  changed,
  changesOf,
  inTurns,
  type Fields,
  type Given,
  type Held,
  type OwnColumns,
  type RecordKind,
  taken,
} from '#commons/records'
import { giveNumbers, type Series } from '#commons/numbering'
import { isEditable, type Workflow } from '#commons/workflow'
import { type DueBy, firstDue, movedDue } from './due-by.tsx'

/** Allows those who write for at least one service. */
export const writesForAService: Policy = (who) =>
  who.principals.some((one) => /^system$|^service:.*:(editor|head)$/.test(one))

/** What is done to dossiers of a plain kind besides the steps of their workflow. */
export const plainVerbNames = ['edit', 'document', ...annexVerbs] as const

/** Who may do what, where nothing else is said: whoever writes for a service writes, steps and states say the rest. */
export const plainPermissions = {
  read: signedIn,
  write: writesForAService,
  edit: signedIn,
  step: signedIn,
}

/** What the dossiers of a register have besides their fields. */
export interface Register {
  numbers?: Series
  dueBy?: DueBy
}

/**
 * Asked before a dossier is written, or written anew (`own` is its id), with what it will say: throws `Invalid` where that does not
 * go together, or with what others say.
 */
interface Weighing<F extends Fields> {
  weigh?: (said: Held<F>, own?: string) => Promise<void>
}

/**
 * The verbs of dossiers of which each field is written as it is answered, by those whom the state lets edit.
 * A trade that checks more writes its own: `{ ...plainVerbs(kind, fields, flow), write: writePermit }`. With `numbers`,
 * each new one bears the next number of that series as its reference; with `dueBy`, each is due as that law says, as
 * long as nobody chooses another day; with `weigh`, what fields say together is asked first, by every door.
 */
export function plainVerbs<F extends Fields, Own extends OwnColumns<F>, Verb extends string>(
  kind: Kind<Own, Verb | 'edit'>,
  fields: F & { title: unknown },
  flow: Workflow,
  { numbers, dueBy, weigh }: Register & Weighing<F> = {},
): RecordKind<F, Own> & Register {
  if (numbers && 'reference' in fields)
    throw new Error(`${kind.name} has a field for the reference that it numbers`)
  async function opening(given: Given<F>) {
    const held = await taken<Fields>(fields, given)
    await weigh?.(held as Held<F>) // They are of these fields.
    const { title, service_id, due_on: told, reference, ...own } = held
    const due_on = dueBy ? await firstDue(dueBy, held) : told
    const root = { title: String(title), service_id, due_on, reference, state: flow.initial }
    // The fields are those of this kind: what is not of the root is of its table.
    return { root, own: own as Partial<Own> }
  }
  /** The reference is taken last: others wait for its number. */
  async function numbered(openings: Awaited<ReturnType<typeof opening>>[]) {
    if (!numbers) return openings
    const given = await giveNumbers(numbers, openings.length)
    return openings.map(({ root, own }, at) => ({
      own,
      root: { ...root, reference: given[at]?.reference },
    }))
  }
  const writeOne: RecordKind<F, Own>['write'] = async (given, told) => {
    const [opened] = await numbered([await opening(given)])
    if (!opened) throw new Error(`No ${kind.name} was opened`)
    return create(kind, opened.root, opened.own, told)
  }
  return {
    kind,
    fields,
    ...(numbers && { numbers }),
    ...(dueBy && { dueBy }),
    mayEdit: (dossier) => isEditable(flow, dossier),
    write: writeOne,
    many: {
      like: writeOne,
      write: async (all) => {
        return createMany(kind, await numbered(await inTurns(all, opening)))
      },
    },
    rewrite: async (dossier, given) => {
      ensure(isEditable(flow, dossier), Forbidden, 'registers.not_editable')
      const told: object = await changed<Fields>(fields, given as object, dossier as object)
      if (Object.keys(told).length > 0)
        await weigh?.({ ...dossier, ...told } as unknown as Held<F>, dossier.id) // Columns are called as their fields.
      const patch = dueBy ? await movedDue(dueBy, dossier, told) : told
      if (Object.keys(patch).length === 0) return dossier
      return write(kind, dossier, patch, 'edit', changesOf(fields, dossier, patch))
    },
  }
}
