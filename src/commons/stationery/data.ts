import { actAs, system } from '#kernel/access'
import { formatDate } from '#kernel/i18n'
import { inItsLanguage, tenant } from '#kernel/tenancy'
import { today } from '#commons/clock'
import { type Mergeables, type Merged, mergeSources } from '#commons/documents'
import type { Dossier } from '#commons/dossiers'
import { stateName } from '#commons/workflow'

/** What every template may name, whatever it tells of. */
export const ofEvery: Mergeables = {
  authority: {
    label: 'stationery.names.authority',
    sort: 'group',
    of: {
      name: { label: 'stationery.names.name', sort: 'words' },
      address: { label: 'stationery.names.address', sort: 'words' },
    },
  },
  today: { label: 'stationery.names.today', sort: 'day' },
  reference: { label: 'stationery.names.reference', sort: 'words' },
  state: { label: 'stationery.names.state', sort: 'words' },
}

/** What the names of a template stand for in a dossier: what all may read who see it. */
export const mergedFor = (dossier: Dossier): Promise<Record<string, Merged>> =>
  inItsLanguage(() =>
    actAs(system, async () => {
      const day = today()
      const every: Record<string, Merged> = {
        authority: { name: tenant().name, address: tenant().address.join(', ') },
        today: { raw: day.toString(), words: formatDate(day) },
        reference: dossier.reference,
        state: stateName(dossier.kind, dossier.state),
      }
      const told: Record<string, Merged> = { ...every }
      for (const { kind, data } of mergeSources.all())
        if (kind === dossier.kind) Object.assign(told, await data(dossier.id))
      return told
    }),
  )

/** What a template about a kind may name. */
export const mergeablesOf = (about: string): Mergeables =>
  Object.assign(
    {},
    ofEvery,
    ...mergeSources.all().map(({ kind, of }) => (kind === about ? of : {})),
  )
