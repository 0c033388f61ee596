import { t } from '#kernel/i18n'

interface CutProps {
  /** What is shown, and how many there are. */
  of: { readonly rows: readonly unknown[]; readonly all: number }
  /** Where all of it stands. */
  href: string
}

/** Says that a list is cut, and leads to all of it; nothing where it is whole. */
export function Cut({ of: { rows, all }, href }: CutProps) {
  if (rows.length >= all) return null
  return (
    <p class="small muted">
      {t('ui.cut', { count: rows.length, all })} <a href={href}>{t('ui.cut.all')}</a>
    </p>
  )
}
