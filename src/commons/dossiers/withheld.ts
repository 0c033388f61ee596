import { actAs, anonymous } from '#kernel/access'
import type { Dossier, Kind } from './kind.ts'

type Withholding<Own extends object> = Pick<Kind<Own>, 'withheld' | 'instead'>

/** The columns of a dossier in whose place something else is read. */
const replaced = Symbol('replaced')

/** Whether something else is read in the place of a column: what became of it is told to nobody either. */
export const isReplaced = (dossier: object, name: string): boolean =>
  (Reflect.get(dossier, replaced) as ReadonlySet<string> | undefined)?.has(name) ?? false // Set below alone.

/**
 * Takes off these dossiers what the one who acts may not read of them, or puts in its place what its kind says: nobody after
 * has to think of it, be it a page, the API, an export or a comparison.
 */
export async function withhold<Own extends object>(
  { withheld, instead = {} }: Withholding<Own>,
  dossiers: readonly Dossier<Own>[],
): Promise<Dossier<Own>[]> {
  if (!withheld || dossiers.length === 0) return [...dossiers]
  const namesOf = await withheld()
  return dossiers.map((one) => {
    const names = new Set(namesOf(one))
    if (names.size === 0) return one
    const told = Object.entries(one).flatMap(([name, value]) => {
      if (!names.has(name)) return [[name, value] as const]
      const other = instead[name]
      return other ? [[name, other()] as const] : []
    })
    const shown = new Set([...names].filter((name) => name in instead))
    // What a kind may withhold, the type of its columns says to be perhaps not there.
    return Object.assign(Object.fromEntries(told) as Dossier<Own>, { [replaced]: shown })
  })
}

/** Dossiers as everybody who sees them may read them: their words are found by all of them. */
export const forAll = <Own extends object>(
  { withheld }: Withholding<Own>,
  dossiers: readonly Dossier<Own>[],
): Promise<Dossier<Own>[]> =>
  actAs(anonymous, () => withhold({ ...(withheld && { withheld }) }, dossiers))
