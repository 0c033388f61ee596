import { type Actor, type ActorId, type Hat, isOutsideHat } from '#kernel/access'
import { db } from '#kernel/db'
import { inLanguage, t } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { tenant } from '#kernel/tenancy'
import './tables.ts'

/**
 * What of all that somebody of the authority bears is of which hat: nothing where they have one alone. Filled by who
 * knows roles; the first.
 */
export const insideHats =
  slot<(principals: readonly string[]) => InsideHats | undefined>('insideHats')

export type InsideHats = Readonly<Record<'agent' | 'elected', readonly string[]>>

/** An account as a session finds it. */
interface Wearer {
  id: ActorId
  name: string
  principals: readonly string[]
  is_outside: boolean
  /** Those from outside that hold today. */
  hats: readonly Hat[]
  worn: string | null
  only_outside: boolean
}

/** The hats of somebody, the usual one first: those of the authority before those from outside. */
function hatsOf({
  principals,
  is_outside: isOutside,
  only_outside: onlyOutside,
  hats,
}: Wearer): Hat[] {
  if (isOutside || onlyOutside) return [...hats]
  const two = insideHats.all()[0]?.(principals)
  const inside: Hat[] = [{ key: 'agent', called: '' }]
  return [...inside, ...(two ? [{ key: 'elected' as const, called: '' }] : []), ...hats]
}

/** What one hat makes its wearer bear. */
function borneBy({ id, principals }: Wearer, { key }: Hat): readonly string[] {
  if (key === 'citizen') return [`citizen:${id}`]
  return key === 'agent' || key === 'elected'
    ? (insideHats.all()[0]?.(principals)?.[key] ?? principals)
    : [key]
}

/**
 * Who acts in a session, with what the hat bears that they wear in it; null where they have none by the way by which they
 * came. Who has one alone, and is of the authority, wears none that anybody need know of.
 */
export function dressed(
  wearer: Wearer,
): Pick<Actor, 'hat' | 'hats' | 'id' | 'name' | 'principals'> | null {
  const { id, name, principals } = wearer
  const all = hatsOf(wearer)
  const hat = all.find(({ key }) => key === wearer.worn) ?? all[0]
  if (!hat) return null
  if (all.length === 1 && !isOutsideHat(hat)) return { id, name, principals }
  return { id, name: namedIn(hat, name), principals: borneBy(wearer, hat), hat, hats: all }
}

/** What somebody does in a hat that is not the usual one bears it wherever their name is read. */
function namedIn(hat: Hat, name: string): string {
  const kind = kindOf(hat)
  if (kind === 'agent') return name
  const { called } = hat
  return inLanguage(tenant().languages[0] ?? 'fr', () =>
    t(`auth.hat.named.${kind}`, { name, called }),
  )
}

const kindOf = ({ key }: Hat): 'agent' | 'citizen' | 'company' | 'elected' =>
  key === 'agent' || key === 'citizen' || key === 'elected' ? key : 'company'

/** A hat as a person chooses it: « Citoyen », « Pour Toitures Marlier ». */
export const hatInWords = (hat: Hat): string => t(`auth.hat.${kindOf(hat)}`, { called: hat.called })

/** Gives somebody a hat from outside, or says anew what it is called and until when it holds. */
export async function giveHat(
  accountId: string,
  { key, called }: Hat,
  validTo: Temporal.PlainDate | null = null,
): Promise<void> {
  await db()
    .insertInto('kernel.hat')
    .values({ account_id: accountId, key, called, valid_to: validTo })
    .onConflict((on) =>
      on.columns(['tenant_id', 'account_id', 'key']).doUpdateSet({ called, valid_to: validTo }),
    )
    .execute()
}

/** Takes back a hat from outside. */
export async function takeHat(accountId: string, key: Hat['key']): Promise<void> {
  await db()
    .deleteFrom('kernel.hat')
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .execute()
}
