import { createMany, readMany, tellMany } from '#commons/dossiers'
import { type Advice, advices, advicesOn, titleOf } from './advice.ts'
import type { Advised, Done } from './advised.ts'
import { keepVersions } from './version.ts'
import { typesNamed } from './type.ts'

/**
 * A dossier that follows another has its advices that were given (avis hérités): each says the same, of the same day, and may be
 * asked again. As the house.
 */
export async function inherit(of: Advised, done: readonly Done[]): Promise<void> {
  const after = new Map(done.flatMap(({ id, after: before }) => (before ? [[before, id]] : [])))
  if (after.size === 0) return
  const given = (await advicesOn([...after.keys()])).filter(({ state }) => state === 'given')
  if (given.length === 0) return
  const heirs = new Map(
    (await readMany(of.kind, [...after.values()])).map((one) => [one.id as string, one]),
  )
  const types = await typesNamed(given.map(({ type_id }) => type_id))
  const openings = given.flatMap((one) => {
    const heir = heirs.get(after.get(one.subject_id) ?? '')
    const type = types.get(one.type_id)
    if (!heir || !type || type.about !== of.kind.name) return []
    return {
      before: one,
      root: {
        ...{ title: titleOf(type.title, heir.title), state: 'given' },
        ...{ service_id: heir.service_id, created_by: null },
      },
      own: {
        ...whatWasSaid(one),
        ...{ subject_id: heir.id, subject_kind: of.kind.name, subject_readers: heir.readers },
        ...{ askers: [...of.askers(heir)], inherited_from: one.id },
      },
      history: { inherits: one.id },
    }
  })
  const heirlooms = await createMany(advices, openings)
  await keepVersions(heirlooms, heirs, of)
  await tellMany(
    advices,
    'inherit',
    openings.map(({ before }) => ({ subjectId: before.id })),
  )
}

const said = [
  ...(['type_id', 'giver', 'advisers', 'nature', 'confidential', 'value', 'words'] as const),
  ...(['given_on', 'given_by', 'started_on', 'stopped_on', 'why'] as const),
] as const
const whatWasSaid = (one: Advice) =>
  Object.fromEntries(said.map((name) => [name, one[name]])) as Pick<Advice, (typeof said)[number]>
