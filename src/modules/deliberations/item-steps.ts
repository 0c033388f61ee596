import { read } from '#commons/dossiers'
import { plainSteps } from '#commons/workflow'
import { items } from './item.ts'
import { withdraw } from './order.ts'
import { itemWorkflow } from './workflow.ts'

/** The steps of a point that ask no more than why; presenting and deciding ask more. */
export const itemSteps = plainSteps(items, itemWorkflow, {
  verbs: ['propose', 'endorse', 'validate', 'withdraw', 'send_back', 'drop', 'cancel', 'restore'],
  // Not locked when it is read: withdrawing locks the meeting before its points, as every change
  // of an agenda does.
  made: { withdraw: async (id, why) => withdraw(await read(items, id), why) },
})
