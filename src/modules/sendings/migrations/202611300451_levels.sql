-- A copy that is to be validated begins at the first level of its organ, whatever those are.
alter table sendings.destination no force row level security;
update sendings.destination set up_to = 'proposed' where up_to = 'prevalidated';
alter table sendings.destination force row level security;
alter table sendings.destination drop constraint destination_up_to_check;
alter table sendings.destination add constraint destination_up_to_check
  check (up_to in ('created', 'proposed', 'validated', 'presented'));
