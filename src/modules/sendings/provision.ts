import type { OrganKind } from '#commons/law'
import { organs } from '#commons/organs'
import { destinationRecord, destinationsFrom } from './destination.ts'

/** From which organ points usually go on to which: who prepares, to who decides (CDLD L1123-23, L2212-48). */
const usual: readonly (readonly [from: OrganKind, to: OrganKind])[] = [
  ['college', 'council'],
  ['permanent_bureau', 'cpas_council'],
  ['police_college', 'police_council'],
  ['rescue_college', 'rescue_council'],
  ['provincial_college', 'provincial_council'],
]

/** What an authority that has both organs starts with: the way from the one to the other. */
export async function provision(): Promise<void> {
  const all = await organs()
  for (const [from, to] of usual) {
    const [one, other] = [from, to].map((kind) => all.find((organ) => organ.kind === kind))
    if (!one || !other) continue
    const known = await destinationsFrom(one.id, { all: true })
    if (known.some(({ to_id }) => to_id === other.id)) continue
    await destinationRecord.write({
      ...{ title: other.name, from_id: one.id, to_id: other.id, sent_when: 'accepted' },
      ...{ up_to: 'validated', privacy: 'same' },
      categories: [],
    })
  }
}
