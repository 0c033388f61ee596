import type { Generated } from 'kysely'
import type { Article, Projection } from './account.ts'

interface Own {
  tenant_id: Generated<string>
  id: Generated<string>
}

declare module '#kernel/db' {
  interface Tables {
    'ecomptes.article': Own & Article
    'ecomptes.projection': Own & Omit<Projection, 'group'> & { economic_group: string }
    'ecomptes.department': { tenant_id: Generated<string>; name: string; service_id: string }
  }
}
