import { type Role, roles } from '#commons/directory'
import { modules } from '../modules.ts'

/** As manifests name them: nothing is assembled to say how one is helped. */
const roleNames = modules
  .flatMap(({ fills = [] }) => fills)
  .flatMap(({ into, values }) => (into === roles ? (values as Role[]) : [])) // `fill` took roles for that place.
  .map(({ name }) => name)

/** What an operator can ask for. */
export const help = `beffroi help
    Says this.

beffroi import plonemeeting [options] files…
    Shows what the answers of plonemeeting.restapi would create; writes only with --write.
    --authority SLUG         of which authority (the first one unless told)
    --organ ACRONYM          which organ meets (the one that the files tell)
    --category TOKEN=NAME    their category is ours of that name; NAME new creates it
    --service UID=NAME       their service is ours of that name; new:NAME creates it
    --create-missing         creates the categories and services that nobody answered for
    --accept-repaired        takes broken HTML as a browser would show it
    --leave-out-refused      goes on without what is refused
    --write                  imports

    The fictional meeting of the repository:
    bin/beffroi import plonemeeting --create-missing src/modules/plonemeeting/sample/*

beffroi authority create --slug SLUG --name NAME --kind KIND --host HOST [--trades A,B]
    Opens an authority, all of it or nothing; KIND is municipality or cpas; --host may be given
    several times; --trades are those that are on, with what they need (all unless told).
    One that exists is given the hosts and trades that it lacks, and nothing of it is changed.

beffroi trade list [--authority SLUG]
    Says which trades are on, since when, what they need, and what each keeps.

beffroi trade on TRADE [--authority SLUG]
beffroi trade off TRADE [--authority SLUG]
    Switches a trade on, with all that it needs, or off: it shows nothing and keeps its rows. It is
    refused while another that is on needs it. A server that runs follows within ten seconds.

beffroi person add [--authority SLUG] --login LOGIN --first-name NAME --last-name NAME [--role ROLE…]
    Enters somebody with an account and says their password; ROLE may be given several times, and is one of
    ${roleNames.toSorted().join(', ')}.

beffroi language offer [--authority SLUG] CODE…
    Says in which languages its pages are offered: fr, en, de, nl. Its acts are in the first.

beffroi language missing CODE
    Lists the messages that this language does not say yet; French stands in for them.

It works on the data folder of the server, whether that runs or not; DATA_DIR and DATABASE_URL are
those of the server. Exit code: 0 done or ready, 1 refused, 2 not understood.`
