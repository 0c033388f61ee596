import { existsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const root = join(import.meta.dirname, '../..')

/** What takes more than five seconds, the longest first (npm run figures -- --times): begun last, one would run alone. */
const long = [
  'test/e2e/every-route.test.ts',
  'test/architecture/new-module.test.ts',
  'test/e2e/moving-in.test.ts',
  'test/faults/faults.test.ts',
  'test/isolation/isolation.test.ts',
  'test/e2e/plan.test.ts',
  'src/command/test/command.test.ts',
  'test/e2e/drafts.test.ts',
  'src/modules/deliberations/test/pages.test.ts',
  'test/life/killed.test.ts',
  'test/life/two-versions.test.ts',
  'test/e2e/without-scripts.test.ts',
  'test/e2e/organs.test.ts',
  'src/command/test/every-command.test.ts',
  'src/modules/votes/test/any-sequence.test.ts',
  'test/e2e/trust.test.ts',
  'test/life/ending.test.ts',
  'test/e2e/sitting.test.ts',
  'src/kernel/http/test/hostile.test.ts',
  'test/e2e/live.test.ts',
  'test/e2e/secret-ballot.test.ts',
  'test/e2e/writing.test.ts',
  'test/life/backup.test.ts',
  'test/e2e/look.test.ts',
  'src/command/test/trust.test.ts',
  'src/kernel/richtext/test/growth.test.ts',
  'test/e2e/form.test.ts',
  'test/e2e/single-sign-on.test.ts',
  'test/e2e/keyboard.test.ts',
  'test/e2e/rail.test.ts',
  'src/modules/accountability/test/circuit.test.ts',
  'src/modules/convocations/test/convocation.test.ts',
  'test/e2e/rich-text.test.ts',
  'test/e2e/privacy.test.ts',
  'test/e2e/rights.test.ts',
  'src/modules/opinions/test/given.test.ts',
  'test/e2e/everywhere.test.ts',
  'src/modules/deliberations/test/visibility.test.ts',
  'test/e2e/uploads.test.ts',
  'test/life/killed-job.test.ts',
  'src/kernel/db/test/embedded.test.ts',
  'src/commons/imports/test/list-file.test.ts',
  'src/kernel/http/test/busy.test.ts',
]
for (const file of long)
  if (!existsSync(join(root, file))) throw new Error(`${file} takes no time: it is not there`)

/**
 * The order of the files: those that take long, then all others by their path. It is the same in a clean checkout as
 * where files ran before, so that what one file leaves behind for the next is seen here or nowhere.
 */
export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((one, other) => compare(placeOf(one), placeOf(other))))
  }
}

type Place = readonly [rank: number, path: string]

function placeOf({ moduleId }: TestSpecification): Place {
  const path = relative(root, moduleId).replaceAll(sep, '/')
  const at = long.indexOf(path)
  return [at < 0 ? long.length : at, path]
}

const compare = ([rank, path]: Place, [otherRank, otherPath]: Place) =>
  rank - otherRank || (path < otherPath ? -1 : 1)
