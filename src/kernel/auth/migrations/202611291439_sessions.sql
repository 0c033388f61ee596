-- A session as its person finds it again (connexion): from where, by what, and until when it may stay unused.
alter table kernel.session
  add column id uuid not null default uuidv7(),
  add column address text,
  add column agent text not null default '',          -- what the browser or program calls itself
  add column idle_minutes integer not null default 120,
  add column proven_at timestamptz not null default now(), -- when they last proved who they are
  add column awaits text check (awaits in ('second', 'enrolment')); -- it lets in once that is done; null: it does
create unique index session_id on kernel.session (tenant_id, id);
