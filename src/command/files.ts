import { parseArgs } from 'node:util'
import { readConfig } from '#kernel/config'
import { copyFiles, inBucket, inFolder, verifyFiles } from '#kernel/files'
import { asHouse, authoritiesOf, everyAuthority, onHouse } from './standing.ts'
import { Refused, Usage } from './words.ts'

/** Compares every file with its hash, and heals what it can. */
export async function checkFiles(given: string[]): Promise<void> {
  const { values } = parseArgs({ args: given, options: { authority: { type: 'string' } } })
  let wrong = 0
  await onHouse(async (standing) => {
    const all = await authoritiesOf(standing, values.authority)
    const houses = (await everyAuthority(standing)).map(({ id }) => id)
    for (const authority of all) {
      const { whole, healed, damaged, lost } = await asHouse(standing, authority, () =>
        verifyFiles(houses.filter((id) => id !== authority.id)),
      )
      wrong += damaged.length + lost.length
      const lines = [
        ...healed.map((hash) => `  healed   ${hash}`),
        ...damaged.map((hash) => `  damaged  ${hash}`),
        ...lost.map((hash) => `  lost     ${hash}`),
      ]
      console.log([`${authority.name}: ${whole} files are whole.`, ...lines].join('\n'))
    }
  })
  if (wrong > 0)
    throw new Refused(
      `${wrong} files are not there as they were. Put them back from a backup, or upload them again.`,
    )
}

/** Copies every file from the folder to the bucket, or back, and reads each again where it went. */
export async function moveFiles(given: string[]): Promise<void> {
  const { values } = parseArgs({ args: given, options: { to: { type: 'string' } } })
  const { to } = values
  if (to !== 's3' && to !== 'folder') throw new Usage('Where to? beffroi files move --to s3|folder')
  const { bucket, folder } = readConfig(process.env).files
  if (!bucket)
    throw new Refused(
      'No bucket is set: FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_KEY and FILES_S3_SECRET say which.',
    )
  const [here, there] = [inFolder(folder), inBucket(bucket)]
  await onHouse(async ({ database }) => {
    const [from, into] = to === 's3' ? [here, there] : [there, here]
    await into.reach()
    const { copied, there: known, lost } = await copyFiles(database, from, into)
    console.log(
      `${copied} files were copied and read again, ${known} were there. Set FILES_STORE=${to}, start the house anew, and ` +
        'do this once more for what came meanwhile. What was copied still lies where it was.',
    )
    if (lost.length === 0) return
    const which = lost.map(({ authority, hash }) => `  ${authority}/${hash}`)
    throw new Refused(
      [`All but ${lost.length} files, which were lost or damaged before:`, ...which].join('\n'),
    )
  })
}
