import { actAs, system } from '#kernel/access'
import { accountIdOf } from '#kernel/auth'
import type { Database } from '#kernel/db'
import { type Gate, inTenant } from '#kernel/tenancy'
import { demonstrationPassword, fictionalPeople } from '#commons/directory'
import { fictional } from './seed.ts'

/** Who of the demonstration is in a database, and at which authorities: nobody where it holds others. */
export interface Demonstration {
  readonly places: readonly { name: string; host: string }[]
  readonly people: readonly { login: string; is: string }[]
}

/** Who of the demonstration is there, and can sign in. */
export async function demonstrationIn(database: Database, gate: Gate): Promise<Demonstration> {
  const places: { name: string; host: string }[] = []
  const known = new Set<string>()
  for (const { slug, shortName: name, hosts } of fictional) {
    const authority = await gate.bySlug(slug)
    if (!authority) continue
    places.push({ name, host: hosts[0] ?? '' })
    await actAs(system, () =>
      inTenant(database, authority, async () => {
        for (const { login } of fictionalPeople.every())
          if (await accountIdOf(login)) known.add(login)
      }),
    )
  }
  return { places, people: fictionalPeople.every().filter(({ login }) => known.has(login)) }
}

/**
 * What a newcomer reads once the house stands: where it is and how to sign in; and, as long as nobody runs the house, the
 * code of the page that begins. `besides`: the host name of the portal of all authorities, and that of a fictional provider that lets in, too.
 */
export function welcome(
  port: number,
  demonstration: Demonstration | null,
  code: string | null,
  besides: { portal?: string | null; signOn?: string | undefined } = {},
): string {
  const start =
    code &&
    `Nobody runs this house yet. Open http://HOST:${port}/start at a host name of no authority, with the code ${code}`
  if (!demonstration || demonstration.people.length === 0)
    return [`Beffroi is ready on port ${port}.`, start].filter(Boolean).join('\n')
  const { places, people } = demonstration
  const { portal, signOn } = besides
  const found = [...places, ...(portal ? [{ name: 'all authorities', host: portal }] : [])]
  return [
    '',
    '  Beffroi is ready:',
    ...found.map(({ name, host }) => `    ${name.padEnd(18)} http://${host}:${port}`),
    '',
    `  Sign in with one of these names and the password ${demonstrationPassword}`,
    ...people.map(({ login, is }) => `    ${login.padEnd(12)} ${is}`),
    '',
    ...(signOn
      ? [
          `  or without one, by « Entrer avec Compte fictif »: single sign-on at http://${signOn}:${port}`,
        ]
      : []),
    '',
    '  This is the demonstration: its password is known to all, and letters that let its people in are read at /outbox.',
    '',
    ...(code
      ? [
          '  To open authorities of your own:',
          `    http://service.localhost:${port}/start?code=${code}`,
          '',
        ]
      : []),
    '  Ctrl-C stops everything.',
    '',
  ].join('\n')
}
