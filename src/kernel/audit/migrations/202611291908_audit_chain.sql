-- Whom an administrator was seeing the house as, where they did so.
alter table kernel.audit add column seen_as_id uuid, add column seen_as_name text;
create index audit_subjects on kernel.audit (tenant_id, subject, at);
create index audit_people on kernel.audit (tenant_id, actor_id, at);

-- The chain: one link a line, in the order in which they were committed, without gaps. A line stays as it was
-- written; its hash stands here.
create table kernel.audit_link (
  tenant_id uuid not null,
  seq bigint not null,
  line_id uuid not null,
  hash bytea not null,                -- of the hash before, of seq and of the line
  primary key (tenant_id, seq),
  unique (tenant_id, line_id)
);
select kernel.isolate('kernel.audit_link');
revoke insert, update, delete on kernel.audit_link from beffroi_app;

-- Where lines went after their time: the chain begins after the last of these. Signed by a key outside of the database.
create table kernel.audit_cut (
  tenant_id uuid not null,
  seq bigint not null,                -- of the last line that went
  hash bytea not null,
  lines bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  cut_at timestamptz not null default now(),
  master text not null,
  signature bytea not null,
  primary key (tenant_id, seq)
);
select kernel.isolate('kernel.audit_cut');
revoke insert, update, delete on kernel.audit_cut from beffroi_app;

-- A value with its length, so that no two lines read alike.
create function kernel.audit_piece(value text) returns text language sql immutable
  return coalesce(octet_length(value) || ':' || value, '-');

create function kernel.audit_hash(before bytea, seq bigint, line kernel.audit) returns bytea language sql stable
  return sha256(before || convert_to(
    kernel.audit_piece(seq::text)
    || kernel.audit_piece(line.tenant_id::text)
    || kernel.audit_piece(line.id::text)
    || kernel.audit_piece(line.action)
    || kernel.audit_piece(line.actor_id::text)
    || kernel.audit_piece(line.actor_name)
    || kernel.audit_piece(line.seen_as_id::text)
    || kernel.audit_piece(line.seen_as_name)
    || kernel.audit_piece(line.address)
    || kernel.audit_piece(line.subject)
    || kernel.audit_piece((extract(epoch from line.at) * 1000000)::bigint::text), 'UTF8'));

-- Adds the link of a line, when its transaction commits: the lock that keeps the chain in order is held for no longer.
create function kernel.link_audit() returns trigger language plpgsql security definer
  set search_path = pg_catalog, kernel
as $$
declare
  last_seq bigint;
  last_hash bytea;
begin
  perform pg_advisory_xact_lock(hashtextextended('kernel.audit ' || new.tenant_id, 0));
  select l.seq, l.hash into last_seq, last_hash from kernel.audit_link l
    where l.tenant_id = new.tenant_id order by l.seq desc limit 1;
  if not found then
    select c.seq, c.hash into last_seq, last_hash from kernel.audit_cut c
      where c.tenant_id = new.tenant_id order by c.seq desc limit 1;
  end if;
  last_seq := coalesce(last_seq, 0);
  last_hash := coalesce(last_hash, sha256(convert_to('beffroi audit ' || new.tenant_id, 'UTF8')));
  insert into kernel.audit_link (tenant_id, seq, line_id, hash)
    values (new.tenant_id, last_seq + 1, new.id, kernel.audit_hash(last_hash, last_seq + 1, new));
  return null;
end $$;
revoke execute on function kernel.link_audit from public;

-- What was written before there was a chain is linked as it stands.
do $$
declare
  authority uuid;
  line kernel.audit;
  n bigint;
  last bytea;
begin
  for authority in select id from kernel.tenant loop
    perform set_config('app.tenant', authority::text, true);
    n := 0;
    last := sha256(convert_to('beffroi audit ' || authority, 'UTF8'));
    for line in select * from kernel.audit where tenant_id = authority order by at, id loop
      n := n + 1;
      last := kernel.audit_hash(last, n, line);
      insert into kernel.audit_link (tenant_id, seq, line_id, hash) values (authority, n, line.id, last);
    end loop;
  end loop;
  perform set_config('app.tenant', '', true);
end $$;

create constraint trigger link after insert on kernel.audit
  deferrable initially deferred for each row execute function kernel.link_audit();

-- Lines go after their time from the front of the chain, by this door alone, which forgets nothing of the last half
-- year, whoever asks, and keeps a cut that the house signed, and a line that says what it took.
drop function kernel.forget_audit(timestamptz);
create function kernel.forget_audit(upto bigint, master text, signature bytea) returns bigint language plpgsql
  security definer set search_path = pg_catalog, kernel
as $$
declare
  authority uuid := kernel.tenant_id();
  taken bigint;
  oldest timestamptz;
  newest timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended('kernel.audit ' || authority, 0));
  select count(*), min(a.at), max(a.at) into taken, oldest, newest
    from kernel.audit_link l join kernel.audit a on a.tenant_id = l.tenant_id and a.id = l.line_id
    where l.tenant_id = authority and l.seq <= upto;
  if taken = 0 then return 0; end if;
  if newest >= now() - interval '180 days' then
    raise exception 'lines of the last half year are not forgotten' using errcode = '42501';
  end if;
  insert into kernel.audit_cut (tenant_id, seq, hash, lines, first_at, last_at, master, signature)
    select authority, l.seq, l.hash, taken, oldest, newest, forget_audit.master, forget_audit.signature
    from kernel.audit_link l where l.tenant_id = authority and l.seq = upto;
  delete from kernel.audit a using kernel.audit_link l
    where a.tenant_id = authority and l.tenant_id = authority and l.seq <= upto and a.id = l.line_id;
  delete from kernel.audit_link l where l.tenant_id = authority and l.seq <= upto;
  insert into kernel.audit (tenant_id, action, actor_name, subject)
    values (authority, 'forgotten', 'Beffroi',
      format('%s lines up to %s', taken, to_char(newest at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')));
  return taken;
end $$;
revoke execute on function kernel.forget_audit from public;
grant execute on function kernel.forget_audit to beffroi_app;
