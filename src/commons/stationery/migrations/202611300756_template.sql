-- The templates by which an authority has its documents made, and each of their texts that was in use.
create table commons.template (
  tenant_id uuid not null,
  id uuid not null,
  about text not null,                      -- a kind of dossiers; empty: a part that other templates take in
  condition text not null default '',       -- where it is offered; empty: everywhere
  document_title text not null default '',
  head text not null default '',            -- at the head of each later page
  foot text not null default '',            -- at the foot of each page
  body text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier
);
create index template_about on commons.template (tenant_id, about);
select kernel.isolate('commons.template');

create table commons.template_version (
  tenant_id uuid not null,
  template_id uuid not null,
  version integer not null,                 -- of its dossier, when it was written
  written_by text not null,
  written_at timestamptz not null default now(),
  title text not null,
  document_title text not null,
  head text not null,
  foot text not null,
  body text not null,
  primary key (tenant_id, template_id, version),
  foreign key (tenant_id, template_id) references commons.template on delete cascade
);
select kernel.isolate('commons.template_version');
