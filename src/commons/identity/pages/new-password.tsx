import { z } from 'zod'
import { leastOfPassword } from '#kernel/auth'
import { t } from '#kernel/i18n'
import { TextField } from '#kernel/ui'

/** In bytes of a form more than a password has; how long it may be is said by `ensureGood`. */
export const typedPassword = () => z.string().max(2000).default('')

/** A new password, typed twice: it cannot be seen. */
export const newPassword = {
  password: typedPassword(),
  password_again: typedPassword(),
}

/** Says that the two differ. */
export const same = <T extends { password: string; password_again: string }>(
  { password, password_again: again }: T,
  issues: z.RefinementCtx,
): void => {
  if (password !== again)
    issues.addIssue({
      code: 'custom',
      path: ['password_again'],
      message: 'identity.password.differs',
    })
}

export const Chosen = z.object(newPassword).superRefine(same)

/** The two fields of a new password. */
export const NewPassword = () => (
  <>
    <TextField
      name="password"
      type="password"
      label={t('identity.password.new')}
      help={t('identity.password.help', { least: leastOfPassword })}
      autocomplete="new-password"
      required
    />
    <TextField
      name="password_again"
      type="password"
      label={t('identity.password.again')}
      autocomplete="new-password"
      required
    />
  </>
)
