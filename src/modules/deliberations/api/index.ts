import './meetings.ts'
import './items.ts'

export { api } from './routes.ts'
