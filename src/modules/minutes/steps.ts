import { read } from '#commons/dossiers'
import { plainSteps } from '#commons/workflow'
import { end, provide } from './life.ts'
import { records } from './record.ts'
import { recordWorkflow } from './workflow.ts'

/** The steps of minutes that ask no more than why. */
export const recordSteps = plainSteps(records, recordWorkflow, {
  made: {
    provide: async (id) => provide(await read(records, id, { lock: true })),
    end: async (id) => end(await read(records, id, { lock: true })),
  },
})
