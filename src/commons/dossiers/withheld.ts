import { actAs, anonymous } from '#kernel/access'
import type { Dossier, Kind } from './kind.ts'

type Withholding<Own extends object> = Pick<Kind<Own>, 'withheld'>

/**
 * Takes off these dossiers what the one who acts may not read of them: nobody after has to think of it,
 * be it a page, the API, an export or a comparison.
 */
export async function withhold<Own extends object>(
  { withheld }: Withholding<Own>,
  dossiers: readonly Dossier<Own>[],
): Promise<Dossier<Own>[]> {
  if (!withheld || dossiers.length === 0) return [...dossiers]
  const namesOf = await withheld()
  return dossiers.map((one) => {
    const names = new Set(namesOf(one))
    const told = Object.entries(one).filter(([name]) => !names.has(name))
    // What a kind may withhold, the type of its columns says to be perhaps not there.
    return Object.fromEntries(told) as Dossier<Own>
  })
}

/** One dossier as the one who acts may read it. */
export async function told<Own extends object>(
  kind: Withholding<Own>,
  dossier: Dossier<Own>,
): Promise<Dossier<Own>> {
  const [one = dossier] = await withhold(kind, [dossier])
  return one
}

/** A dossier as everybody who sees it may read it: its words are found by all of them. */
export async function forAll<Own extends object>(
  kind: Withholding<Own>,
  dossier: Dossier<Own>,
): Promise<Dossier<Own>> {
  return actAs(anonymous, () => told(kind, dossier))
}
