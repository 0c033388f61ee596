interface File {
  readonly folder: string
  readonly name: string
  readonly hash: string
}

const minuteOf = ({ name }: File) => name.slice(0, 12)

/**
 * Files that a database of the last release would run in another order than an empty one: not
 * released, and older than one that is; and files of the future, which make late what comes next.
 */
export function lateMigrations(
  files: readonly File[],
  released: ReadonlySet<string>,
  today: Date,
): string[] {
  const tomorrow = new Date(today.getTime() + 24 * 60 * 60 * 1000)
  const latest = tomorrow.toISOString().slice(0, 16).replaceAll(/\D/g, '')
  const newest = files
    .filter(({ hash }) => released.has(hash))
    .map(minuteOf)
    .toSorted()
    .at(-1)
  return files
    .filter(({ hash }) => !released.has(hash))
    .flatMap((file) => {
      const minute = minuteOf(file)
      const path = `${file.folder}/${file.name}`
      if (newest && minute < newest)
        return [`${path} is older than what is released: give it the minute of now`]
      return minute > latest ? [`${path} is of a minute that is to come`] : []
    })
}
