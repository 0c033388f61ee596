import { Invalid } from '#kernel/errors'
import { remark } from '#commons/records'
import type { Setting } from '#commons/settings'
import { isWebAddress } from '#modules/copies'

const field = remark(300, {
  label: 'publications.setting.masked_link',
  help: 'publications.setting.masked_link.help',
})

/** The page on which the authority explains what it masks, and whom to ask: where masked words lead. */
export const maskedLink: Setting<string> = {
  name: 'publications.masked_link',
  field: {
    ...field,
    check: async (address, name) => {
      if (address !== '' && !isWebAddress(address))
        throw Invalid.field(name, 'publications.setting.masked_link.wrong')
    },
  },
  initial: '',
}
