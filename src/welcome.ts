import { demonstrationPassword, fictionalPeople } from '#commons/directory'

/**
 * What a newcomer reads once the house stands: where it is and how to sign in; and, as long as nobody runs the house, the
 * code of the page that begins.
 */
export function welcome(port: number, demonstration: boolean, code: string | null): string {
  const start =
    code &&
    `Nobody runs this house yet. Open http://HOST:${port}/start at a host name of no authority, with the code ${code}`
  if (!demonstration) return [`Beffroi is ready on port ${port}.`, start].filter(Boolean).join('\n')
  const people = fictionalPeople.every().map(({ login, is }) => `    ${login.padEnd(12)} ${is}`)
  return [
    '',
    `  Beffroi is ready:  http://beauval.localhost:${port}`,
    `  and the CPAS:      http://cpas-beauval.localhost:${port}`,
    '',
    `  Sign in with one of these names and the password ${demonstrationPassword}`,
    ...people,
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
