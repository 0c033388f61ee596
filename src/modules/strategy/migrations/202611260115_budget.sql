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
  foreign key (tenant_id, element_id) references strategy.element on delete cascade,
  foreign key (tenant_id, source_id) references commons.term
);
create index budget_line_element on strategy.budget_line (tenant_id, element_id);
create index budget_line_source on strategy.budget_line (tenant_id, source_id);
select kernel.isolate('strategy.budget_line');
