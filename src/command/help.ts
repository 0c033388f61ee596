import { type Role, roles } from '#commons/directory'
import { kinds } from '#commons/trades'
import { modules } from '../modules.ts'

/** As manifests name them: nothing is assembled to say how one is helped. */
const roleNames = modules
  .flatMap(({ fills = [] }) => fills)
  .flatMap(({ into, values }) => (into === roles ? (values as Role[]) : [])) // `fill` took roles for that place.
  .map(({ name }) => name)

/** What an operator can ask for. */
export const help = `beffroi help [WORDS…]
    Says this, or what begins with WORDS or speaks of them.

beffroi import plonemeeting [options] files…
    Shows what the answers of plonemeeting.restapi would create; writes only with --write.
    --authority SLUG         of which authority (the first one unless told)
    --organ ACRONYM          which organ meets (the one that the files tell)
    --category TOKEN=NAME    their category is ours of that name; NAME new creates it
    --service UID=NAME       their service is ours of that name; new:NAME creates it
    --create-missing         creates the categories and services that nobody answered for
    --accept-repaired        takes broken HTML as a browser would show it
    --held                   closed, as it was held there, never to be rewritten
    --leave-out-refused      goes on without what is refused
    --write                  imports

    The fictional meeting of the repository:
    bin/beffroi import plonemeeting --create-missing src/modules/plonemeeting/sample/*

beffroi house start --name NAME --host HOST --login LOGIN --first-name NAME --last-name NAME [--email ADDRESS]
    Opens the authority that runs the house for all others, once, and says where its administrator chooses a
    password. As long as there is none, the server writes a code at each start by which a page does the same.

beffroi house code
    Draws another such code; the one before is none any more.

beffroi authority create --slug SLUG --name NAME --kind KIND --host HOST [options]
    Opens an authority, all of it or nothing; KIND is one of
    ${kinds.join(', ')}.
    --host HOST              may be given several times
    --number NUMBER          of the Crossroads Bank for Enterprises (BCE)
    --language CODE          of its acts and pages (fr unless told)
    --trades A,B             those that are on, with what they need (all that suit KIND unless told)
    --profile usual|FILE     with which organs and services it starts; FILE is as /api/authority-profiles/KIND
                             answers it (its usual organs alone unless told)
    --admin LOGIN --first-name NAME --last-name NAME [--email ADDRESS]
                             who administers it first; the link for their password is said
    One that exists is given the hosts and trades that it lacks, and nothing of it is changed.

beffroi authority export SLUG FILE
beffroi authority import FILE
    Writes one authority, with its rows, files and jobs, and brings it into another house of the same
    version, in which it is not.

beffroi authority list
beffroi authority show SLUG
beffroi authority quota SLUG [--requests N] [--storage-gb N] [--jobs N] [--mails N] [--people N]
    Says how each authority stands and what it uses of what it may; changes what one may use (usual: as QUOTA_… says,
    none: without end).

beffroi authority change SLUG [--name NAME] [--short-name NAME] [--from DAY] [--address LINE…] [--number NUMBER]
    [--languages fr,en] [--hue DEGREES] [--arms FILE | --no-arms] [--arms-alt TEXT]
    [--lies-at 'LATITUDE, LONGITUDE']
    Changes what an authority says of itself, and says how that stands, what it was called and what was changed; what is
    not said stays. Another name holds from DAY on, today unless told: documents of an earlier day keep the one before.

beffroi authority steps [SLUG]
    Says what an authority still lacks before it can work, as the home of its administrators does.

beffroi authority erase SLUG --for-ever SLUG
    Erases one authority, and says what was erased. Nothing of it is kept.

beffroi authority suspend SLUG --because TEXT [--contact WHO] [--until TIME]
beffroi authority resume SLUG
    Keeps the people of an authority out, or lets them in again: sessions end, jobs and mail wait, pages say why and
    whom to ask; what it published stays. TIME is 2026-12-01T18:00, or 30m, 2h, 5d from now.

beffroi authority delete SLUG --for-ever SLUG [--days 30] [--because TEXT] [--contact WHO] [--export FILE]
beffroi authority erasures
    Suspends an authority and erases it once so many days are over; « authority resume » undoes it until then. Says
    what is left of those that were erased: a certificate each.

beffroi maintenance on "TEXT" [--until TIME] [--authority SLUG] [--contact WHO] [--read-only]
beffroi maintenance off [--authority SLUG]
    Closes the whole house, or one authority, with a page that says why and until when; /healthz, /metrics and /status
    answer. --read-only lets people read and refuses acts, keeping what they typed. Jobs wait meanwhile.

beffroi incident open "TEXTE" [--en TEXT] [--de TEXT] [--nl TEXT]
beffroi incident close
beffroi incident list
    Tells people at /status that something is wrong, and that it is over.

beffroi backup FILE
    Writes the whole house into a tar file, as it is at one moment: rows, files and jobs. People may go
    on working. What was lost or damaged before is named, and the exit code is 1.

beffroi restore FILE
    Puts a backup into an empty database and folder (DATABASE_URL, DATA_DIR), all of it or nothing.

beffroi upgrade [--backup FILE] [--restart COMMAND… --health URL]
    Brings the house to the version that stands here while the one before serves: a backup, the migrations, then each
    process in turn, the next once URL answers that all is well. See docs/operations/upgrade.md.

beffroi files verify [--authority SLUG]
    Compares every file with its hash, puts back those whose bytes are kept elsewhere, names the others.

beffroi files move --to s3|folder
    Copies every file from the folder to the bucket of FILES_S3_…, or back, and reads each again where it went. The server
    may run; what was copied stays where it was. FILES_STORE says which of them the house uses.

beffroi audit verify [--authority SLUG] [--anchors FILE]
    Walks over the security log, and names each line that was changed, removed or inserted past the house, and
    between which times. The end is compared with what was noted outside of the database, in the folder of files;
    --anchors takes it from a file instead, such as the log of the house. Exit code 1 where anything is wrong.

beffroi register verify [--authority SLUG]
    Walks over the register of deliberations of each organ, and names each entry that was changed, removed or inserted
    past the house; says the last hash, to be noted elsewhere. Exit code 1 where anything is wrong.

beffroi publication verify [--authority SLUG]
    Walks over all that was published, withdrawn or not, and names each copy that says something else than it did, is not bound
    to the one before it, or stands after one that is gone. Exit code 1 where anything is wrong.

beffroi publication maturity [--authority SLUG]
    Says how far programs can read what is public: agendas (1), decisions and votes (2), articles and citations (3), and what lacks.

beffroi ballot list [--authority SLUG] [--organ ACRONYM] [--numbers]
beffroi ballot verify [--authority SLUG]
    Says how many papers of secret votes were given, lost, cast and counted, never whose; verifies ballots and counts.

beffroi trade list [--authority SLUG]
    Says which trades are on, since when, what they need, and what each keeps.

beffroi trade on TRADE [--authority SLUG]
beffroi trade off TRADE [--authority SLUG]
    Switches a trade on, with all that it needs, or off: it shows nothing and keeps its rows. It is
    refused while another that is on needs it. A server that runs follows within ten seconds.

beffroi mail bounce < MESSAGE
    Takes in what a server for mail says of a message that it could not deliver: the message is marked, and
    people are told. What is anything else is let be. See MAIL_RETURN in src/kernel/mail/README.md.

beffroi person add [--authority SLUG] --login LOGIN --first-name NAME --last-name NAME [--role ROLE…]
    Enters somebody with an account and says where they choose their password; ROLE may be given several times, and is one of
    ${roleNames.toSorted().join(', ')}.

beffroi person list [--authority SLUG] [--on DAY] [WORDS…]
beffroi person offices [--authority SLUG] [--on DAY]
    Says who is there, and who holds what on a day; today unless told.

beffroi person invite [--authority SLUG] (--login LOGIN | --never | --lapsed | --waiting) [--look]
    Writes to somebody, or to all who never were invited, whose invitation is over or waits still, how they give
    themselves a password; who cannot be invited is named with the reason. --look only says who would be.

beffroi person suspend [--authority SLUG] --login LOGIN
beffroi person resume [--authority SLUG] --login LOGIN
    Lets nobody in under a login any more, until told; sessions end at once. The last administrator stays.

beffroi person leave [--authority SLUG] --login LOGIN [--last-day DAY] [--heir LOGIN]
beffroi person stay [--authority SLUG] --login LOGIN
beffroi person return [--authority SLUG] --login LOGIN
    Somebody leaves after their last day, or at once, which makes today their last day; the heir takes over what waits for them. Until that day they may
    stay after all; later they may return, and hold nothing but, that same day, what ended with it.

beffroi person merge [--authority SLUG] --login LOGIN --into LOGIN
    The first is the same person as the second, who stays.

beffroi person give [--authority SLUG] --login LOGIN (--role ROLE | --service NAME [--as FUNCTION] | --mandate TITLE)
    [--acting-for LOGIN | --handed-on-by LOGIN] [--first-day DAY] [--last-day DAY]
beffroi person end [--authority SLUG] --login LOGIN (--role ROLE | --service NAME | --mandate TITLE) [--last-day DAY]
    Gives somebody a role, a function in a service (editor, head or observer) or a mandate for these days, both part of
    it, the first one today unless told, in their own right, in the place of somebody (f.f.) or as a delegation; or ends
    it, at once or after that day.

beffroi person import [--authority SLUG] [--leave-out] [--same] [--others] FILE
    Reads a list of people in (CSV, XLSX, LDIF), all of it or nothing; rows that are wrong are named, and left out by
    --leave-out; --same says that those who are there already are the same people, --others that those who are called
    like somebody are others.

beffroi service list [--authority SLUG]
beffroi service add [--authority SLUG] --name NAME [--part-of NAME] [--first-day DAY]
beffroi service change [--authority SLUG] --name NAME [--to NAME] [--part-of NAME]
beffroi service close [--authority SLUG] --name NAME [--last-day DAY] [--successor NAME]
beffroi service reopen [--authority SLUG] --name NAME
    Adds a service, calls it otherwise or makes it part of another, or closes it: its people and open dossiers go to
    the successor.

beffroi organ list [--authority SLUG]
beffroi organ add [--authority SLUG] --kind KIND --name NAME --acronym ACRONYM [--speaks-as WORDS] [--seats N]
beffroi organ change [--authority SLUG] --organ ACRONYM [--name NAME] [--acronym ACRONYM] [--speaks-as WORDS] [--seats N] [--mistaken]
beffroi organ close [--authority SLUG] --organ ACRONYM [--last-day DAY]
beffroi organ reopen [--authority SLUG] --organ ACRONYM
    Adds an organ of a kind that the law gives to the authority, calls it otherwise from today on (--mistaken: in the past
    too), or ends it with its seats: refused
    as long as one of its meetings is not closed or one of its points not decided.

beffroi seat list [--authority SLUG] --organ ACRONYM
beffroi seat add [--authority SLUG] --organ ACRONYM --person LOGIN --first-day DAY [--last-day DAY]
    [--part president|member|secretary] [--title TITLE] [--group GROUP]
beffroi seat end [--authority SLUG] --organ ACRONYM --person LOGIN [--last-day DAY]
beffroi seat resume [--authority SLUG] --organ ACRONYM --person LOGIN
beffroi seat replace [--authority SLUG] --organ ACRONYM --person LOGIN --by LOGIN --first-day DAY [--title TITLE]
    Seats somebody in an organ, ends their seat, lets it go on where that was a mistake, or gives it to another from a day on.

beffroi seat import [--authority SLUG] [--leave-out] [--same] FILE
    Reads a list of seats in (CSV, XLSX), all of it or nothing; rows that are wrong are named, and left out by
    --leave-out; --same says that seats that are there take the title and group of the list.

beffroi level list [--authority SLUG] --organ ACRONYM
beffroi level set [--authority SLUG] --organ ACRONYM [--level TITLE=WHO…] [--shortcuts] [--look | --saw]
beffroi level free [--authority SLUG] --organ ACRONYM
    Says by which levels its points are validated, gives it others (--look says what becomes of those that wait, --saw
    lets them go there), or sends on what waits where nobody validates any more.

beffroi advice list [--authority SLUG] [--state waiting|running|stopped|given|over] [--late]
beffroi advice ask [--authority SLUG] --type TITLE --on REFERENCE|TITLE… [--reason TEXT] [--look]
    Says which advices are asked or given, and which are late; asks for one on dossiers, or says what would become of each.

beffroi point list [--authority SLUG] [--organ ACRONYM]
beffroi point release [--authority SLUG] --login LOGIN
    Says who has which point in hand, what is urgent and complete; gives back all that somebody has in hand.

beffroi followup list [--authority SLUG] [--late]
    Says what is to be done of decisions, by which day; what was to be done before today.

beffroi account list [--authority SLUG]
beffroi account make [--authority SLUG] --name NAME --purpose WORDS --contact WORDS --service NAME --scope SCOPE…
    [--role ROLE…] [--in SERVICE…] [--editor]
    Makes a service account for a program; SCOPE is TRADE:read or TRADE:act; it works as somebody with these roles
    in these services.

beffroi account key [--authority SLUG] --name NAME [--days DAYS]
beffroi account revoke [--authority SLUG] --name NAME [--key LAST4]
    Makes a key and says it this once (a year unless told, two at most); revokes one, or all of them.

beffroi jobs list [--authority SLUG]
    Says what waits and what failed in the background, of all authorities unless told.

beffroi jobs again [--authority SLUG] [ID]
beffroi jobs leave [--authority SLUG] ID
    Has a job that failed done again, or lets it be. Without ID, what is put off after a failure (a full
    disk, a database that was away) is tried at once.

beffroi secrets rotate [--authority SLUG]
beffroi secrets rotate --master
    Enciphers the secrets of each authority anew under a new key, or wraps these keys by a new master key. The server
    may run; who was stopped begins again. Where SECRETS_KEY or SECRETS_KEY_FILE gives the master key, put a new one
    before it and start the house anew first; once this is done, take the old one away. The former key of the file
    secrets.key is kept beside it, with the moment in its name: backups of before need it.

beffroi privacy register [--authority SLUG]
beffroi privacy requests [--authority SLUG]
    Says for what data of persons are processed, and which requests of persons there are.

beffroi privacy gather [--authority SLUG] REFERENCE FILE
beffroi privacy readings [--authority SLUG] REFERENCE
    Writes all that is held of whom a request is into a file (ZIP), or says who saw it.

beffroi privacy erase [--authority SLUG] REFERENCE [--sure]
    Says what of whom a request for erasure is could be erased, and why the rest stays. With --sure it is proposed: an
    administrator confirms at /retention/due, and the certificate stays.

beffroi privacy restrict [--authority SLUG] REFERENCE
beffroi privacy lift [--authority SLUG] REFERENCE --because TEXT
    Restricts what is held of whom a request is: it is kept, and neither changed nor named anew; or lifts that.

beffroi statements list [--authority SLUG]
beffroi statements publish [--authority SLUG] accessibility|legal|privacy
    Says how what the authority declares to everybody stands and what it lacks, or publishes it as it would read now.

beffroi settings list [--authority SLUG] [WORDS…]
    Says what the authority decides for itself, by trade, what is decided and what holds by default, and where else it
    decides something; WORDS narrow it to what speaks of them.

beffroi settings set [--authority SLUG] NAME VALUE
beffroi settings reset [--authority SLUG] NAME
    Decides a setting with the checks of its form, or takes the decision back: what holds by default holds again.

beffroi settings history [--authority SLUG] [NAME]
    Says who decided what, when, from what to what.

beffroi timestamps local
beffroi timestamps check
beffroi timestamps verify FILE [--certificates FILE]
    Makes a timestamp authority of one's own, for development and tests, and says its root; has something stamped as the
    house would; says what a container (.asice) proves: what it holds, and when that was so, under the certificates of
    the house or these.

beffroi outgoing check URL
    Asks a server outside as the house would, and says what came of it.

beffroi language offer [--authority SLUG] CODE…
    Says in which languages its pages are offered: fr, en, de, nl. Its acts are in the first.

beffroi language missing CODE
    Lists the messages that this language does not say yet; French stands in for them.

It works on the data folder of the server, whether that runs or not; DATA_DIR and DATABASE_URL are
those of the server. It speaks the language of the terminal (LANG=fr_BE.UTF-8), and English of what is the
machine's. Exit code: 0 done or ready, 1 refused, 2 not understood.`
