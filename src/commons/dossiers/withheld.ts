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

/** Dossiers as everybody who sees them may read them: their words are found by all of them. */
export const forAll = <Own extends object>(
  kind: Withholding<Own>,
  dossiers: readonly Dossier<Own>[],
): Promise<Dossier<Own>[]> => actAs(anonymous, () => withhold(kind, dossiers))
