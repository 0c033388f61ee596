import { t } from '#kernel/i18n'
import { itsLanguage } from '#kernel/tenancy'
import { PublicSection } from '#kernel/ui'
import type { PublicMeeting } from '#modules/copies'
import { attendanceInWords, hoursInWords } from './in-words.ts'

/** How a meeting was held, as far as its copy says: when, when it was suspended, and who was there. */
export function HowItWasHeld({ of }: { of: PublicMeeting }) {
  const hours = hoursInWords(of)
  if (hours === '' && !of.attendance) return null
  return (
    <PublicSection title={t('publications.held.title')} aside>
      {hours && <p>{hours}</p>}
      {of.attendance && (
        <dl>
          {attendanceInWords(of.attendance).flatMap(({ label, value }) => [
            <dt>{label}</dt>,
            <dd lang={itsLanguage()}>{value}</dd>,
          ])}
        </dl>
      )}
    </PublicSection>
  )
}
