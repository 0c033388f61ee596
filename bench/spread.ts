/**
 * Inhabitants of the Walloon municipalities on 1 January 2020, at every twentieth of them from the
 * smallest to the largest (source: Statbel): many small ones and a long tail.
 */
const twentieths = [
  1382, 2848, 3433, 3974, 4652, 5345, 5605, 5905, 6957, 7714, 8480, 9467, 10_566, 11_480, 13_153,
  14_703, 17_120, 19_762, 25_444, 31_316, 202_746,
]

/** How much of everything an authority has. */
export interface Share {
  /** 1 is the largest; the slug is `authority-1`. */
  number: number
  kind: 'municipality' | 'cpas'
  dossiers: number
  agents: number
  secretaries: number
  services: number
  /** Members of the council, the mayor among them. */
  seats: number
  /** Of all organs, in ten years. */
  meetings: number
}

/** 262 municipalities and, beside the larger half of them, 125 CPAS of half their size. */
const municipalities = 262
const centres = 125

/** Spreads dossiers and agents over the 387 authorities as the population is spread. */
export function shares(dossiers: number, agents: number): Share[] {
  const sizes = Array.from({ length: municipalities }, (_, rank) => inhabitants(rank)).toReversed()
  const all = [
    ...sizes.map((size) => ({ kind: 'municipality' as const, size })),
    ...sizes.slice(0, centres).map((size) => ({ kind: 'cpas' as const, size: size / 2 })),
  ]
  const total = all.reduce((sum, { size }) => sum + size, 0)
  return all.map(({ kind, size }, index) => {
    // Three more, for meetings come out as whole numbers.
    const own = 3 + Math.ceil((dossiers * size) / total)
    const staff = Math.max(6, Math.round((agents * size) / total))
    return {
      number: index + 1,
      kind,
      dossiers: own,
      agents: staff,
      secretaries: 1 + Math.floor(staff / 120),
      services: Math.min(staff, 60, Math.max(4, Math.round(staff ** 0.55))),
      seats: Math.min(49, 9 + Math.round(size / 5000)),
      meetings: Math.max(10, Math.round(own / Math.min(80, Math.max(6, own / 520)))),
    }
  })
}

/** Between two twentieths sizes grow by a constant factor; the last one bends, as cities do. */
function inhabitants(rank: number): number {
  const place = (rank / (municipalities - 1)) * (twentieths.length - 1)
  const below = Math.min(Math.floor(place), twentieths.length - 2)
  const [low = 0, high = 0] = twentieths.slice(below, below + 2)
  return low * (high / low) ** ((place - below) ** (below === twentieths.length - 2 ? 2 : 1))
}
