import { z } from 'zod'
import { enqueue, task, type Timer } from '#kernel/jobs'
import { carryOutDue } from './departure.ts'
import { handOver } from './service.ts'

/**
 * As a day begins: who leaves is gone, and services that have closed hand over what is open. At midnight
 * in Brussels, in summer at one of these hours, in winter at the other; done twice, it is done once.
 */
export const beginDay: Timer = {
  at: '0 22,23 * * *',
  task: task('people.begin_day', z.object({}), async () => {
    await carryOutDue()
    await enqueue(handOver, {}, 'people.hand_over')
  }),
}
