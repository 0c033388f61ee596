import { t } from '#kernel/i18n'
import { Icon } from '#kernel/ui'

/** The script that hands over to a device what it is to sign. */
export const passkeyScript = 'identity.js'

interface PasskeyButtonProps {
  does: 'make' | 'use'
  /** Where what is to be signed is asked for. */
  options: string
  /** The field that takes the answer. */
  field: string
  label: string
}

/** Uses or makes a passkey and sends the form in which it stands; it shows where the browser can. */
export const PasskeyButton = ({ does, options, field, label }: PasskeyButtonProps) => (
  <>
    <p>
      <button
        type="button"
        class="button"
        data-passkey={does}
        data-options={options}
        data-field={field}
        hidden
      >
        <Icon name="key-round" />
        {label}
      </button>
    </p>
    <output data-passkey-says hidden>
      {t('identity.passkey.nothing')}
    </output>
  </>
)
