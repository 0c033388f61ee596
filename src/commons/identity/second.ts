import { actAs } from '#kernel/access'
import { audit, currentAddress } from '#kernel/audit'
import { accountNamed, atDoor, bearsOf, knownDevice, openedAt, refusedAt } from '#kernel/auth'
import { hasTotp, takeSecond } from '#kernel/second-factor'
import { choice } from '#commons/records'
import { type Setting, settled } from '#commons/settings'
import { t } from '#kernel/i18n'
import { administrator } from '#commons/directory'

const whom = ['nobody', 'administrators', 'everybody'] as const

/** Of whom the authority asks a second factor; who has set one up is always asked. */
export const secondNeeded: Setting<(typeof whom)[number]> = {
  name: 'identity.second_needed',
  field: choice(whom, (one) => t(`identity.second_needed.${one}`), {
    label: 'identity.second_needed',
    help: 'identity.second_needed.help',
  }),
  initial: 'nobody',
}

/** Whether the authority asks a second factor of an account. */
export async function isNeededOf(accountId: string): Promise<boolean> {
  const needed = await settled(secondNeeded)
  if (needed !== 'administrators') return needed === 'everybody'
  return (await bearsOf(accountId)).includes(administrator.principal)
}

/** What is asked of an account besides its password. */
export async function asked(accountId: string): Promise<'second' | 'enrolment' | null> {
  if (await hasTotp(accountId)) return 'second'
  return (await isNeededOf(accountId)) ? 'enrolment' : null
}

export type Tried =
  | { outcome: 'right' }
  | { outcome: 'wrong' }
  | { outcome: 'too_many'; minutes: number }

/**
 * Tries a code as the second factor of an account. Counted is by account and address, and by account from all that is
 * not known; in a browser that its person has used before, by that browser alone.
 */
export async function trySecond(
  accountId: string,
  typed: string,
  deviceToken: string | undefined,
): Promise<Tried> {
  const device = await knownDevice(accountId, deviceToken)
  const doors = device
    ? ([['second', accountId, device]] as const)
    : ([
        ['second', accountId, currentAddress() ?? ''],
        ['second_anywhere', accountId],
      ] as const)
  for (const [door, ...who] of doors) {
    const may = await atDoor(door, ...who)
    if (!may.open) return { outcome: 'too_many', minutes: may.minutes }
  }
  const way = await takeSecond(accountId, typed)
  const account = await accountNamed(accountId)
  for (const [door, ...who] of doors) await (way ? openedAt(door, ...who) : refusedAt(door, ...who))
  await actAs({ id: account?.id ?? null, name: account?.name ?? '', principals: [] }, () =>
    audit(way ? 'second_factor' : 'second_factor_refused', `${way ?? ''} ${account?.login}`.trim()),
  )
  return { outcome: way ? 'right' : 'wrong' }
}
