import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { Note } from '#kernel/ui'
import { cite } from '#commons/law'
import { itemPath, type Meeting } from '#modules/deliberations'
import { unexplained } from '../explained.ts'

const runsMeetings = permission('deliberations.meeting.run')

/** For who convokes, until that is done: the points without the note that the law has go with the agenda. */
export async function Unexplained({ meeting }: { meeting: Meeting }) {
  const open = meeting.state === 'created' || meeting.state === 'frozen'
  if (!open || meeting.convoked_at || meeting.noted_after || !may(runsMeetings)) return null
  const lacking = await unexplained(meeting)
  if (!lacking) return null
  const { rule, lines } = lacking
  return (
    <Note tone="warn" title={t('convocations.unexplained', { count: lines.length })}>
      <p>{cite(rule)}</p>
      <details>
        <summary>{t('convocations.unexplained_which')}</summary>
        <ul>
          {lines.map((line) => (
            <li>
              <a href={itemPath(line)}>{`${line.number}. ${line.title}`}</a>
            </li>
          ))}
        </ul>
      </details>
    </Note>
  )
}
