import type { Policy } from '#kernel/access'
import { ensure, Forbidden } from '#kernel/errors'
import { annexVerbs } from '#commons/annexes'
import { create, createMany, type Kind, write } from '#commons/dossiers'
import {
  changed,
  changesOf,
  type Fields,
  type Given,
  type OwnColumns,
  type RecordKind,
  taken,
} from '#commons/records'
import { isEditable, type Workflow } from '#commons/workflow'

/** Allows those who write for at least one service. */
export const writesForAService: Policy = (who) =>
  who.principals.some((one) => /^system$|^service:.*:(editor|head)$/.test(one))

/** What is done to dossiers of a plain kind besides the steps of their workflow. */
export const plainVerbNames = ['edit', 'document', ...annexVerbs] as const

/**
 * The verbs of dossiers of which each field is written as it is answered, by those whom the state lets edit.
 * A trade that checks more writes its own: `{ ...plainVerbs(kind, fields, flow), write: writePermit }`.
 */
export function plainVerbs<F extends Fields, Own extends OwnColumns<F>, Verb extends string>(
  kind: Kind<Own, Verb | 'edit'>,
  fields: F & { title: unknown },
  flow: Workflow,
): RecordKind<F, Own> {
  async function opening(given: Given<F>) {
    const held = await taken<Fields>(fields, given)
    const { title, service_id, due_on, reference, ...own } = held
    const root = { title: String(title), service_id, due_on, reference, state: flow.initial }
    // The fields are those of this kind: what is not of the root is of its table.
    return { root, own: own as Partial<Own> }
  }
  const writeOne: RecordKind<F, Own>['write'] = async (given, told) => {
    const { root, own } = await opening(given)
    return create(kind, root, own, told)
  }
  return {
    kind,
    fields,
    mayEdit: (dossier) => isEditable(flow, dossier),
    write: writeOne,
    many: {
      like: writeOne,
      write: async (all) => {
        const openings = []
        for (const given of all) openings.push(await opening(given))
        return createMany(kind, openings)
      },
    },
    rewrite: async (dossier, given) => {
      ensure(isEditable(flow, dossier), Forbidden, 'registers.not_editable')
      const patch: object = await changed<Fields>(fields, given as object, dossier as object)
      if (Object.keys(patch).length === 0) return dossier
      return write(kind, dossier, patch, 'edit', changesOf(fields, dossier, patch))
    },
  }
}
