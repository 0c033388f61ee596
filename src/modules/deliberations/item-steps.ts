import { bears } from '#kernel/access'
import { Conflict } from '#kernel/errors'
import { read } from '#commons/dossiers'
import { change, type Doer, plainSteps, principalsOf } from '#commons/workflow'
import { items } from './item.ts'
import { withdraw } from './order.ts'
import { itemWorkflow } from './workflow.ts'

/** The steps of a point that ask no more than why; presenting and deciding ask more. */
export const itemSteps = plainSteps(items, itemWorkflow, {
  verbs: [
    ...(['propose', 'endorse', 'validate', 'withdraw', 'step_back'] as const),
    ...(['send_back', 'drop', 'cancel', 'restore'] as const),
  ],
  made: {
    // A list over many kinds offers this step without knowing at which level a point stands.
    async endorse(id, comment) {
      const item = await read(items, id, { lock: true })
      const isMine = (doer: Doer) => principalsOf(doer, item).some((one) => bears(one))
      // Whoever validated it a moment ago, in another window.
      if (
        item.level &&
        isMine('own:level_readers') &&
        !isMine('own:endorsers') &&
        !isMine('own:finals')
      )
        throw new Conflict('deliberations.item.at_another_level', { level: item.level })
      const verb = item.endorsers.length > 0 ? 'endorse' : 'validate'
      return change(items, itemWorkflow, item, verb, { comment })
    },
    // Not locked when it is read: withdrawing locks the meeting before its points, as every change
    // of an agenda does.
    withdraw: async (id, why) => withdraw(await read(items, id), why),
  },
})
