create schema accountability;
grant usage on schema accountability to beffroi_app;

-- The plan as it stood when it was presented, changed or evaluated (CDLD L1123-27, § 2): never rewritten.
create table accountability.version (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  plan_id uuid not null,
  purpose text not null check (purpose in ('presentation', 'update', 'midterm', 'final')),
  report text not null default '',    -- what the CODIR and the college say of it, rich text
  content jsonb not null,             -- PlanContent of content.ts
  hash text not null,                 -- SHA-256 of the content
  frozen_on date not null,
  frozen_at timestamptz not null default now(),
  frozen_by text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references strategy.plan
);
create index version_plan on accountability.version (tenant_id, plan_id, id);
select kernel.isolate_append_only('accountability.version');

-- The point by which a version goes to the council.
create table accountability.submission (
  tenant_id uuid not null,
  version_id uuid not null,
  item_id uuid not null,
  primary key (tenant_id, version_id),
  foreign key (tenant_id, version_id) references accountability.version,
  foreign key (tenant_id, item_id) references commons.dossier
);
select kernel.isolate_append_only('accountability.submission');
