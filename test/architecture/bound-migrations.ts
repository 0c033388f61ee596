interface File {
  readonly name: string
  readonly text: string
}

/** What is done later or by others: bodies of functions; and what is said beside. */
const aside = /--[^\n]*|(\$\w*\$)[\s\S]*?\1/g
const isolated = /kernel\.isolate(?:_append_only)?\('([\w.]+)'\)/g
const forcing = /^alter table ([\w.]+) (no )?force row level security$/i
const writing = /^(?:update|insert|delete|merge|with|select graphile_worker)\b/i
const named = /\b(?:update|from|join|into|using)\s+([a-z_]+\.[a-z_]+)/gi

/**
 * Statements of migrations that read or write rows of tables in which forced row-level security binds the owner too: without an authority
 * they find nothing and say nothing, or fail where there are rows. `files` in the order in which they run.
 */
export function boundMigrations(files: readonly File[]): string[] {
  const forced = new Set<string>()
  return files.flatMap(({ name, text }) =>
    text
      .replaceAll(aside, '')
      .split(';')
      .flatMap((part) => {
        const statement = part.trim()
        for (const [, table = ''] of statement.matchAll(isolated)) forced.add(table)
        const [, lifted = '', no] = forcing.exec(statement) ?? []
        if (no) forced.delete(lifted)
        else if (lifted) forced.add(lifted)
        if (!writing.test(statement)) return []
        const tables = new Set([...statement.matchAll(named)].map(([, table = '']) => table))
        return [...tables]
          .filter((table) => forced.has(table))
          .map((table) => `${name} is bound by the row-level security of ${table}`)
      }),
  )
}

/** Files that were landed so, and what became of what they were to write. */
export const boundBefore: Readonly<Record<string, string>> = {
  '202611291556_of_day.sql':
    'released; the index that follows fails where two meetings would clash',
  '202611301132_explanation_version.sql': '202611302335_notes_of_before writes it',
  '202611301241_explanation_plain.sql': '202611302335_notes_of_before writes it',
  '202611301718_files.sql': 'the table of choices came with the same version: no row was there',
}
