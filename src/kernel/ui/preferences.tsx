import { type Language, language, languages, t } from '#kernel/i18n'
import type { Preferences } from './document.tsx'
import { Icon, type IconName } from './icons.tsx'

/** Where a choice is posted: one of `language`, `density`, `theme`, `keys`, and `back`, a local path. */
const preferencesPath = '/preferences'

interface Choice {
  value: string
  label: string
  lang?: string
}

interface ChoicesProps {
  name: 'language' | 'density' | 'theme' | 'keys'
  label: string
  icon: IconName
  choices: readonly Choice[]
  now: string
  back: string | undefined
}

/** Its whole page is loaded again: the choice is written on `<html>`, which Turbo keeps. */
function Choices({ name, label, icon, choices, now, back }: ChoicesProps) {
  return (
    <form class="preference" method="post" action={preferencesPath} data-turbo="false">
      <span id={`preference-${name}`}>
        <Icon name={icon} />
        {label}
      </span>
      {back && <input type="hidden" name="back" value={back} />}
      <fieldset class="segments" aria-labelledby={`preference-${name}`}>
        {choices.map((choice) => (
          <button
            name={name}
            value={choice.value}
            lang={choice.lang}
            aria-pressed={choice.value === now ? 'true' : 'false'}
          >
            {choice.label}
          </button>
        ))}
      </fieldset>
    </form>
  )
}

/** What languages call themselves. */
export const languageNames: Record<Language, string> = {
  fr: 'Français',
  en: 'English',
  de: 'Deutsch',
  nl: 'Nederlands',
}

/** Language, density, appearance and keys, as buttons of small forms. */
export function PreferenceForms({ now, back }: { now: Preferences; back?: string | undefined }) {
  const offered = now.languages ?? languages
  return (
    <>
      {offered.length > 1 && (
        <Choices
          name="language"
          label={t('ui.preference.language')}
          icon="languages"
          choices={offered.map((code) => ({ value: code, label: languageNames[code], lang: code }))}
          now={language()}
          back={back}
        />
      )}
      <Choices
        name="density"
        label={t('ui.preference.density')}
        icon="sliders-horizontal"
        choices={[
          { value: 'comfortable', label: t('ui.preference.comfortable') },
          { value: 'compact', label: t('ui.preference.compact') },
        ]}
        now={now.density ?? 'comfortable'}
        back={back}
      />
      <Choices
        name="theme"
        label={t('ui.preference.theme')}
        icon="sun-moon"
        choices={[
          { value: 'system', label: t('ui.preference.system') },
          { value: 'light', label: t('ui.preference.light') },
          { value: 'dark', label: t('ui.preference.dark') },
        ]}
        now={now.theme ?? 'system'}
        back={back}
      />
      <Choices
        name="keys"
        label={t('ui.preference.keys')}
        icon="keyboard"
        choices={[
          { value: 'on', label: t('ui.preference.keys_on') },
          { value: 'off', label: t('ui.preference.keys_off') },
        ]}
        now={now.keys ?? 'on'}
        back={back}
      />
    </>
  )
}
