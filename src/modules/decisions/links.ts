import type { MessageKey } from '#kernel/i18n'
import { slot } from '#kernel/module'

/** What else is told of the decisions of an authority, on the page where they are found; filled by those who tell it. */
export const decisionLinks = slot<{ label: MessageKey; href: string }>('decisionLinks')
