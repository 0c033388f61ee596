import { itsLanguage } from '#kernel/tenancy'
import { kinds } from '#commons/trades'
import { addOrgan, organs } from './organ.ts'
import { usualOrgans } from './profile.ts'

/** What an authority starts with: the organs of its nature that it has not. */
export async function provision(kind: string): Promise<void> {
  const known = new Set((await organs()).map((organ) => organ.kind))
  const nature = kinds.find((one) => one === kind)
  if (!nature) return
  for (const fresh of usualOrgans(nature, itsLanguage()))
    if (!known.has(fresh.kind)) await addOrgan(fresh)
}
