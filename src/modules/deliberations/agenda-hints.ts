import { type AgendaLine, agendaOf } from './agenda.ts'
import { type Hint, hintsOf } from './hint.ts'
import { dayOf, type Meeting } from './meeting.ts'
import { hasAct } from './purpose.ts'

/** A line of an agenda, and what to look at in it. */
export interface HintedLine {
  readonly line: AgendaLine
  readonly hint: Hint
}

const wordless: Hint = { field: 'decision', key: 'deliberations.item.decision_needed', params: {} }

/**
 * What to look at in the points of an agenda that are not decided, in their order: titles that tell of a person, acts
 * without words; `agenda` where it is read already. Nothing of it stands in the way of fixing the agenda.
 */
export async function hintsOnAgenda(
  meeting: Meeting,
  agenda?: readonly AgendaLine[],
): Promise<HintedLine[]> {
  if (meeting.state === 'closed') return []
  const lines = (agenda ?? (await agendaOf(meeting.id))).filter(({ state }) =>
    ['presented', 'frozen'].includes(state),
  )
  const { organ_id } = meeting
  const hints = await hintsOf(
    lines.map((line) => ({ ...line, organ_id })),
    dayOf(meeting),
  )
  return lines.flatMap((line, at) =>
    [...(hints[at] ?? []), ...(hasAct(line) && !line.worded ? [wordless] : [])].map((hint) => ({
      line,
      hint,
    })),
  )
}
