import './setting.tsx'
import './runs.tsx'
import './meetings.tsx'
import './preview.tsx'

export { pages } from './routes.ts'
