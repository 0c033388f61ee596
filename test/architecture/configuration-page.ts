import { Environment } from '#kernel/config'

/** What stands where nothing is set, for a reader. */
function usual(of: {
  safeParse: (value: unknown) => { success: boolean; data?: unknown }
}): string {
  const { success, data } = of.safeParse(undefined)
  if (!success) return 'needed'
  return data === undefined || data === '' ? 'none' : `\`${String(data)}\``
}

/** The reference of all that an operator can set, as a page. */
export function configurationPage(): string {
  const rows = Object.entries(Environment.shape).map(
    ([name, schema]) => `| \`${name}\` | ${usual(schema)} | ${schema.description ?? ''} |`,
  )
  return `# Configuration

Environment variables, read once at the start by the server and by every command. A wrong one stops the start and is named.
This page is made of \`src/kernel/config/environment.ts\` by \`bin/schema\`.

| variable | unless set | meaning |
| --- | --- | --- |
${rows.toSorted().join('\n')}
`
}
