-- What a long text said before an edit and after it; the line of history names it by its id (`texts`). Apart from
-- history, since pages read a hundred lines of that at once.
create table commons.rewording (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  field text not null,
  before text not null,
  after text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  -- Of a dossier that was erased, history says who did what, and not what it said.
  foreign key (tenant_id, dossier_id) references commons.dossier on delete cascade
);
create index rewording_field on commons.rewording (tenant_id, dossier_id, field, at);
select kernel.isolate('commons.rewording');
revoke update on commons.rewording from beffroi_app;
