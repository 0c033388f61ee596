-- What the authority declares to everybody (déclarations): each publishing is a row, and none is changed.
create table commons.statement (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  statement text not null check (statement in ('accessibility', 'legal', 'privacy')),
  number integer not null check (number > 0),   -- 1, 2… of this statement
  content jsonb not null,                       -- what its schema names
  published_by text not null,
  published_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, statement, number)
);
select kernel.isolate_append_only('commons.statement');

-- The public reads what was declared, and not by whom.
grant select (statement, number, content, published_at) on commons.statement to beffroi_public;
