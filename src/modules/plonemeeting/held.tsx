import { knownMessage, type MessageKey, t } from '#kernel/i18n'
import { ActText } from '#kernel/pages'
import { Badge, Facts, Note, SideSection, Stack } from '#kernel/ui'
import type { Dossier } from '#commons/dossiers'
import { type Past, pastOf } from './past.ts'

/** At the side of a meeting or point that was held elsewhere: what it was there, and that nobody rewrites it. */
export async function HeldElsewhere({ dossier }: { dossier: Dossier }) {
  if (!dossier.sealed) return null
  const past = await pastOf(dossier.id)
  if (!past) return null
  return (
    <SideSection title={t('plonemeeting.held')}>
      <Stack>
        <Badge tone="neutral">{t('plonemeeting.held.elsewhere')}</Badge>
        <Note>{t('plonemeeting.held.sealed')}</Note>
        <Facts facts={factsOf(past)} />
        {past.texts.map(({ field, html }) => (
          <div>
            <p class="small muted">{fieldInWords(field)}</p>
            <ActText html={html} label={fieldInWords(field)} />
          </div>
        ))}
        {past.attendees.length > 0 && (
          <details>
            <summary>{t('plonemeeting.held.attendees', { count: past.attendees.length })}</summary>
            <ul>
              {past.attendees.map(({ title, type }) => (
                <li>
                  {title} <span class="small muted">{typeInWords(type)}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </Stack>
    </SideSection>
  )
}

const factsOf = ({ number, state, advisers }: Past) => [
  ...(number ? [{ label: t('plonemeeting.number'), value: number }] : []),
  ...(state ? [{ label: t('plonemeeting.there'), value: stateInWords(state) }] : []),
  ...(advisers.length > 0
    ? [{ label: t('plonemeeting.held.advisers'), value: advisers.join(', ') }]
    : []),
]

const stateInWords = (state: string) => said(state, knownMessage(`plonemeeting.there.${state}`))
const fieldInWords = (field: string) => said(field, knownMessage(`plonemeeting.text.${field}`))
const typeInWords = (type: string) => said(type, knownMessage(`plonemeeting.attended.${type}`))

/** In words; what we do not know as it says it. */
const said = (name: string, key: MessageKey | undefined) => (key ? t(key) : name)
