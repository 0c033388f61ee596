-- What a PDF holds besides its pages: with it, it is not published.
create table regulations.pdf (
  tenant_id uuid not null,
  hash text not null,                      -- SHA-256 of its bytes
  holds text check (holds in ('script', 'attachment', 'author', 'encrypted', 'damaged')),
  primary key (tenant_id, hash),
  foreign key (tenant_id, hash) references kernel.file (tenant_id, hash) on delete cascade
);
select kernel.isolate('regulations.pdf');

-- Since when nobody is given the files of a copy: a virus was found in one of them.
alter table regulations.proof add column held_back_at timestamptz;
grant select (held_back_at) on regulations.proof to beffroi_public;
-- The owner reads and writes the rows of all authorities here, which forced row-level security forbids.
alter table regulations.proof no force row level security;
alter table regulations.proof_file no force row level security;
alter table commons.annex no force row level security;
update regulations.proof p set held_back_at = now()
where exists (
  select from regulations.proof_file f
  join commons.annex a on a.tenant_id = f.tenant_id and a.hash = f.file and a.scan = 'infected'
  where f.tenant_id = p.tenant_id and f.hash = p.hash);
alter table regulations.proof force row level security;
alter table regulations.proof_file force row level security;
alter table commons.annex force row level security;
