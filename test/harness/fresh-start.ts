import { afterAll, beforeAll } from 'vitest'
import { vacate } from '#kernel/module'
import { laid } from './ground.ts'

// Files share a process. Jobs that the tests of a file before this one left undone are nobody's: whoever drains the queue here
// would do them. What they put into places of the house (kinds, workflows, roles…) would be seen on pages of the next.
beforeAll(async () => {
  const on = await laid()
  await on?.database.queue.query('delete from graphile_worker._private_jobs')
})
afterAll(vacate)
