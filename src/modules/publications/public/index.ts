import './changes.tsx'
import './meetings.tsx'
import './point.tsx'
import './search.tsx'

export { open } from './routes.ts'
