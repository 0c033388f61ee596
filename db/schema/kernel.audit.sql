-- functions
CREATE OR REPLACE FUNCTION kernel.audit_hash(before bytea, seq bigint, line kernel.audit)
 RETURNS bytea
 LANGUAGE sql
 STABLE
RETURN sha256((before || convert_to(((((((((((kernel.audit_piece((seq)::text) || kernel.audit_piece(((line).tenant_id)::text)) || kernel.audit_piece(((line).id)::text)) || kernel.audit_piece((line).action)) || kernel.audit_piece(((line).actor_id)::text)) || kernel.audit_piece((line).actor_name)) || kernel.audit_piece(((line).seen_as_id)::text)) || kernel.audit_piece((line).seen_as_name)) || kernel.audit_piece((line).address)) || kernel.audit_piece((line).subject)) || kernel.audit_piece((((EXTRACT(epoch FROM (line).at) * (1000000)::numeric))::bigint)::text)), 'UTF8'::name)))
;
grant EXECUTE on function kernel.audit_hash(bytea,bigint,kernel.audit) to public;
CREATE OR REPLACE FUNCTION kernel.audit_piece(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN COALESCE(((octet_length(value) || ':'::text) || value), '-'::text)
;
grant EXECUTE on function kernel.audit_piece(text) to public;
CREATE OR REPLACE FUNCTION kernel.forget_audit(upto bigint, master text, signature bytea)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
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
end $function$
;
grant EXECUTE on function kernel.forget_audit(bigint,text,bytea) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.link_audit()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION kernel.pseudonymise_audit(seqs bigint[], names text[], seen text[], subjects text[], signatures bytea[])
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
declare
  authority uuid := kernel.tenant_id();
  changed bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('kernel.audit ' || authority, 0));
  update kernel.audit a set actor_name = n.name, seen_as_name = n.as_name, subject = n.subject
    from unnest(seqs, names, seen, subjects) n (seq, name, as_name, subject)
      join kernel.audit_link l on l.tenant_id = authority and l.seq = n.seq
    where a.tenant_id = authority and a.id = l.line_id;
  get diagnostics changed = row_count;
  insert into kernel.audit_pseudonym (tenant_id, seq, signature)
    select authority, n.seq, n.signature
    from unnest(seqs, signatures) n (seq, signature)
    on conflict (tenant_id, seq) do update
      set at = excluded.at, signature = excluded.signature;
  return changed;
end $function$
;
grant EXECUTE on function kernel.pseudonymise_audit(bigint[],text[],text[],text[],bytea[]) to beffroi_app;

-- tables
table kernel.audit (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  action text not null,
  actor_id uuid,
  actor_name text not null,
  address text,
  subject text,
  at timestamp with time zone not null default now(),
  seen_as_id uuid,
  seen_as_name text
) row level security forced;
table kernel.audit_cut (
  tenant_id uuid not null default kernel.tenant_id(),
  seq bigint not null,
  hash bytea not null,
  lines bigint not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  cut_at timestamp with time zone not null default now(),
  master text not null,
  signature bytea not null
) row level security forced;
table kernel.audit_link (
  tenant_id uuid not null default kernel.tenant_id(),
  seq bigint not null,
  line_id uuid not null,
  hash bytea not null
) row level security forced;
table kernel.audit_pseudonym (
  tenant_id uuid not null default kernel.tenant_id(),
  seq bigint not null,
  at timestamp with time zone not null default now(),
  signature bytea not null
) row level security forced;

-- constraints
kernel.audit audit_pkey PRIMARY KEY (tenant_id, id);
kernel.audit link TRIGGER DEFERRABLE INITIALLY DEFERRED;
kernel.audit_cut audit_cut_pkey PRIMARY KEY (tenant_id, seq);
kernel.audit_link audit_link_pkey PRIMARY KEY (tenant_id, seq);
kernel.audit_link audit_link_tenant_id_line_id_key UNIQUE (tenant_id, line_id);
kernel.audit_pseudonym audit_pseudonym_pkey PRIMARY KEY (tenant_id, seq);
kernel.audit_pseudonym audit_pseudonym_tenant_id_seq_fkey FOREIGN KEY (tenant_id, seq) REFERENCES kernel.audit_link(tenant_id, seq) ON DELETE CASCADE;

-- indexes
CREATE INDEX audit_addresses ON kernel.audit USING btree (tenant_id, address, at) WHERE (action = 'sign_in_refused'::text);
CREATE INDEX audit_age ON kernel.audit USING btree (tenant_id, at);
CREATE INDEX audit_attempts ON kernel.audit USING btree (tenant_id, subject, at) WHERE (action = 'sign_in_refused'::text);
CREATE INDEX audit_braked ON kernel.audit USING btree (tenant_id, subject, at) WHERE (action = 'sign_in_braked'::text);
CREATE INDEX audit_people ON kernel.audit USING btree (tenant_id, actor_id, at);
CREATE UNIQUE INDEX audit_pkey ON kernel.audit USING btree (tenant_id, id);
CREATE INDEX audit_subjects ON kernel.audit USING btree (tenant_id, subject, at);
CREATE UNIQUE INDEX audit_cut_pkey ON kernel.audit_cut USING btree (tenant_id, seq);
CREATE UNIQUE INDEX audit_link_pkey ON kernel.audit_link USING btree (tenant_id, seq);
CREATE UNIQUE INDEX audit_link_tenant_id_line_id_key ON kernel.audit_link USING btree (tenant_id, line_id);
CREATE UNIQUE INDEX audit_pseudonym_pkey ON kernel.audit_pseudonym USING btree (tenant_id, seq);

-- policies
kernel.audit tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.audit_cut tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.audit_link tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.audit_pseudonym tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.audit to beffroi_app: INSERT, SELECT;
kernel.audit_cut to beffroi_app: SELECT;
kernel.audit_link to beffroi_app: SELECT;
kernel.audit_pseudonym to beffroi_app: SELECT;

-- triggers
CREATE CONSTRAINT TRIGGER link AFTER INSERT ON kernel.audit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION kernel.link_audit();
