-- What a meeting that was held elsewhere, or a point of it, was there: as it stood, never rewritten.
create table plonemeeting.past (
  tenant_id uuid not null,
  dossier_id uuid not null,
  number text not null default '',          -- as it was printed: 6.1
  state text not null default '',           -- its state there
  texts jsonb not null default '[]',        -- rows of { field, html }: the votes, observations, signatures…
  attendees jsonb not null default '[]',    -- rows of { title, type, signatory }
  advisers jsonb not null default '[]',     -- whose advice was asked
  primary key (tenant_id, dossier_id),
  foreign key (tenant_id, dossier_id) references commons.dossier
);
select kernel.isolate('plonemeeting.past');
revoke update on plonemeeting.past from beffroi_app;
