import { renderSVG } from 'uqr'
import { z } from 'zod'
import { t } from '#kernel/i18n'
import { beginTotp } from '#kernel/second-factor'
import { Note, TextField } from '#kernel/ui'

/** A code as it is typed: with blanks, or the longer one that was kept for when the telephone is lost. */
export const oneTime = () => z.string().max(100).default('')

/** What a telephone is to be told: by a link on the telephone itself, or typed by hand. */
export async function Enrolment({ of }: { of: { id: string; login: string } }) {
  const { secret, uri } = await beginTotp(of)
  return (
    <>
      <p>{t('identity.second.how')}</p>
      <img
        class="code-picture"
        src={`data:image/svg+xml,${encodeURIComponent(renderSVG(uri, { ecc: 'M', border: 2 }))}`}
        alt={t('identity.second.picture')}
      />
      <p>
        <a href={uri}>{t('identity.second.open')}</a>
      </p>
      <p>
        {t('identity.second.secret')} <code>{secret}</code>
      </p>
    </>
  )
}

/** The six figures that a telephone shows. */
export const CodeField = () => (
  <TextField
    name="one_time_password"
    label={t('identity.second.first_code')}
    autocomplete="one-time-code"
    inputmode="numeric"
    size="short"
    required
  />
)

/** The codes that let in once each, to print or write down: they are shown this once. */
export const Codes = ({ codes }: { codes: readonly string[] }) => (
  <>
    <Note title={t('identity.codes.once')}>
      <p>{t('identity.codes.help')}</p>
    </Note>
    <ul>
      {codes.map((code) => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  </>
)
