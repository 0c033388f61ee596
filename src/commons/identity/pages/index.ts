import { PageRoutes } from '#kernel/http'
import { forgottenPages } from './forgotten.tsx'
import { linkPages } from './link.tsx'
import { passkeyPages } from './passkeys.tsx'
import { secondPages } from './second.tsx'
import { securityPages } from './security.tsx'
import { sessionRoutes } from './sessions.tsx'
import { telephonePages } from './telephone.tsx'

export const pages = new PageRoutes('')
for (const add of [
  forgottenPages,
  linkPages,
  passkeyPages,
  secondPages,
  securityPages,
  sessionRoutes,
  telephonePages,
])
  add(pages)
