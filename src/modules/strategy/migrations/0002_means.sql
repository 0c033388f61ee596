-- The money that an element asks for: by year and source. Its places share it by their weights.
create table strategy.budget_line (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  element_id uuid not null,
  source_id uuid not null,            -- Europe, Wallonie, Commune…
  year integer not null,
  cents bigint not null,
  comment text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, element_id) references strategy.element,
  foreign key (tenant_id, source_id) references commons.term
);
create index budget_line_element on strategy.budget_line (tenant_id, element_id);
create index budget_line_source on strategy.budget_line (tenant_id, source_id);
select kernel.isolate('strategy.budget_line');

-- The analytic budget of an element as eComptes tells it: budget articles and projections.
create table strategy.article (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  element_id uuid not null,
  exercise integer not null,
  service text not null check (service in ('O', 'E')),             -- ordinaire, extraordinaire
  type text not null check (type in ('R', 'D')),                   -- recette, dépense
  code text not null,                 -- function/nature: 104/12348
  label text not null,
  cents bigint not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, element_id) references strategy.element
);
create index article_element on strategy.article (tenant_id, element_id);
select kernel.isolate('strategy.article');

create table strategy.projection (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  element_id uuid not null,
  service text not null check (service in ('O', 'E')),
  type text not null check (type in ('R', 'D')),
  economic_group text not null,       -- 60, 61, 70…
  label text not null,
  amounts jsonb not null,             -- [{ exercise, cents }]
  primary key (tenant_id, id),
  foreign key (tenant_id, element_id) references strategy.element
);
create index projection_element on strategy.projection (tenant_id, element_id);
select kernel.isolate('strategy.projection');
