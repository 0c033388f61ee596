interface File {
  readonly folder: string
  readonly name: string
  readonly sql: string
}

/** What the version before still asks for, by what takes it away. */
const contracting: readonly [what: string, pattern: RegExp][] = [
  ['drops a table', /\bdrop\s+table\b/i],
  ['drops a column', /\bdrop\s+column\b/i],
  ['drops a schema', /\bdrop\s+schema\b/i],
  ['drops a view', /\bdrop\s+(?:materialized\s+)?view\b/i],
  ['renames', /\brename\s+(?:to|column|constraint)\b/i],
  ['moves a table', /\bset\s+schema\b/i],
  ['changes a type', /\balter\s+column\s+\w+\s+(?:set\s+data\s+)?type\b/i],
  ['makes a column needed', /\bset\s+not\s+null\b/i],
  ['drops a default', /\bdrop\s+default\b/i],
]

/** `-- contract: after 1.3`: who wrote it knows that the version before no longer runs. */
const marked = /^-- contract: after \S+/m

/** Without comments and bodies of functions, which run when they are called. */
const plain = (sql: string) =>
  sql.replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''").replaceAll(/--.*$/gm, '')

/**
 * Migrations that the version before cannot live with, and do not say so: it serves while they are applied. What is
 * done to a table that the same file makes, or that no release has, is nobody's loss.
 */
export function contracts(files: readonly File[], releasedTables: ReadonlySet<string>): string[] {
  return files
    .filter(({ sql }) => !marked.test(sql))
    .flatMap(({ folder, name, sql }) =>
      plain(sql)
        .split(';')
        .filter((statement) => touchesReleased(statement, releasedTables))
        .flatMap((statement) => [
          ...contracting.filter(([, pattern]) => pattern.test(statement)).map(([what]) => what),
          ...(needsValue(statement)
            ? ['adds a column that needs a value: give it a default, or leave « not null » out']
            : []),
        ])
        .map((what) => `${folder}/${name} ${what}`),
    )
}

function touchesReleased(statement: string, released: ReadonlySet<string>): boolean {
  const [, table] =
    /\b(?:alter|drop)\s+(?:table|view|materialized\s+view)\s+(?:if\s+exists\s+)?(?:only\s+)?([\w.]+)/i.exec(
      statement,
    ) ?? []
  return table === undefined ? /\bdrop\s+schema\b/i.test(statement) : released.has(table)
}

/** `add column … not null` without a default. */
const needsValue = (statement: string) =>
  statement
    .split(/\badd\s+column\b/i)
    .slice(1)
    .some((column) => /\bnot\s+null\b/i.test(column) && !/\b(?:default|generated)\b/i.test(column))
