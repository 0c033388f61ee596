-- Nobody asks of one authority any more.
drop function kernel.is_seen(uuid, text);
