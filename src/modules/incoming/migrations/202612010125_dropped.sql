-- What a reader of the texts as they came would miss in ours: a picture that is none, a note in the margin. Whoever publishes is told.
alter table incoming.point add column dropped jsonb not null default '[]';
