import './election.ts'
import './motions.ts'
import './tied.ts'
import './votes.ts'

export { api } from './routes.ts'
