import './documents.tsx'
import './list.tsx'
import './meeting.tsx'
import './record.tsx'
import './remark.tsx'
import './version.tsx'

export { pages } from './routes.ts'
