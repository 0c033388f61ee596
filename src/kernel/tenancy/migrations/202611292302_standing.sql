-- How authorities stand, for who runs the house: what restricts each, and whether anybody has come in yet; nothing of
-- their rows besides.
create function kernel.standing_of(authorities text[]) returns table (slug text, restriction jsonb, entered boolean)
  language plpgsql security definer set search_path = pg_catalog, kernel
as $$
declare
  here text := current_setting('app.tenant', true);
  meant record;
begin
  if not kernel.operating() then
    raise exception 'Only the authority that runs the house knows how others stand'
      using errcode = 'insufficient_privilege';
  end if;
  for meant in
    select t.id, t.slug as called, t.restriction as said from kernel.tenant t where t.slug = any (authorities)
  loop
    perform set_config('app.tenant', meant.id::text, true);
    slug := meant.called;
    restriction := meant.said;
    entered := exists (
      select from kernel.account a where a.tenant_id = meant.id and a.disabled_at is null
        and (a.password_hash is not null
          or exists (select from kernel.passkey p where (p.tenant_id, p.account_id) = (a.tenant_id, a.id))
          or exists (select from kernel.identity_link i where (i.tenant_id, i.account_id) = (a.tenant_id, a.id))));
    return next;
  end loop;
  perform set_config('app.tenant', here, true);
end $$;
revoke execute on function kernel.standing_of from public;
grant execute on function kernel.standing_of to beffroi_app;
