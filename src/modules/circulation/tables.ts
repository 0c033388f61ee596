import type { Generated } from 'kysely'
import type { LabelTone } from './label.ts'

interface Own {
  tenant_id: Generated<string>
}

declare module '#kernel/db' {
  interface Tables {
    'circulation.copy': Own & { item_id: string; service_id: string }
    'circulation.link': Own & { one_id: string; other_id: string }
    'circulation.label': Own & {
      id: Generated<string>
      name: string
      tone: LabelTone
      person_id: string | null
    }
    'circulation.labelled': Own & { label_id: string; item_id: string }
  }
}
