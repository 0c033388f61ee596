import { demonstrationPassword, fictionalPeople } from '#commons/directory'

/** What a newcomer reads once the house stands: where it is and how to sign in. */
export function welcome(port: number, demonstration: boolean): string {
  if (!demonstration) return `Beffroi is ready on port ${port}.`
  const people = fictionalPeople.every().map(({ login, is }) => `    ${login.padEnd(12)} ${is}`)
  return [
    '',
    `  Beffroi is ready:  http://beauval.localhost:${port}`,
    `  and the CPAS:      http://cpas-beauval.localhost:${port}`,
    '',
    `  Sign in with one of these names and the password ${demonstrationPassword}`,
    ...people,
    '',
    '  Ctrl-C stops everything.',
    '',
  ].join('\n')
}
