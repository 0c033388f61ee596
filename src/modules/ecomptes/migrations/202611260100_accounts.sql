create schema ecomptes;
grant usage on schema ecomptes to beffroi_app;

-- The analytic budget of an element as eComptes tells it: budget articles and projections.
create table ecomptes.article (
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
create index article_element on ecomptes.article (tenant_id, element_id);
select kernel.isolate('ecomptes.article');

create table ecomptes.projection (
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
create index projection_element on ecomptes.projection (tenant_id, element_id);
select kernel.isolate('ecomptes.projection');
