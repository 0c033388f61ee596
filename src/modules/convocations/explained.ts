import { applied, type LegalRule } from '#commons/law'
import {
  type AgendaLine,
  type AgendaVersion,
  agendaOf,
  dayOf,
  type Meeting,
  organKind,
} from '#modules/deliberations'
import { explainedAmong } from '#modules/preparation'

const noteLaw = applied(
  'council.explanatory_note',
  'explanatory_note',
  'convocations.applies.explanatory_note',
)

/** What an agenda lacks before it is sent. */
interface Unexplained {
  rule: LegalRule
  lines: readonly AgendaLine[]
}

/**
 * The points of an agenda that have no explanatory note (note de synthèse explicative, CDLD L1122-13), where the law has each
 * explained in this organ; it stands in the way of nothing.
 */
export async function unexplained(meeting: Meeting): Promise<Unexplained | null> {
  const rule = await noteLaw.on(await organKind(meeting), dayOf(meeting))
  if (!rule) return null
  const all = await agendaOf(meeting.id)
  const explained = await explainedAmong(all.map(({ id }) => id))
  const lines = all.filter(({ id }) => !explained.has(id))
  return lines.length === 0 ? null : { rule, lines }
}

/** The numbers of the points of an agenda that have an explanatory note. */
export async function explainedNumbers({ lines }: Pick<AgendaVersion, 'lines'>): Promise<string[]> {
  const explained = await explainedAmong(lines.map(({ id }) => id))
  return lines.filter(({ id }) => explained.has(id)).map(({ number }) => number)
}
