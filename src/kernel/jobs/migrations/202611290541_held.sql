-- Jobs of a trade that was switched off before they were done: sent again once it is on.
create table kernel.held_job (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  trade text not null,
  task text not null,
  who jsonb not null,
  data jsonb not null,
  primary key (tenant_id, id)
);
select kernel.isolate('kernel.held_job');
