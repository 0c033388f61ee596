import { parseArgs } from 'node:util'
import { todayHere } from '#commons/directory'
import { openTasks } from '#modules/followups'
import { within } from './within.ts'

/** Says what is to be done of decisions, by which day; with `--late`, what was to be done before today. */
export function listFollowups(given: string[]): Promise<void> {
  const { values } = parseArgs({
    args: given,
    options: { authority: { type: 'string' }, late: { type: 'boolean' } },
  })
  return within(values.authority, async () => {
    const all = await openTasks(values.late ? todayHere() : null)
    const lines = all.map(({ title, due_on }) => `${due_on?.toString() ?? 'no day'} ${title}`)
    return lines.join('\n') || 'Nothing is to be done.'
  })
}
