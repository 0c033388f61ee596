-- Who may read a line is fixed when it is written: rights that widen later do not reach back to it.
alter table kernel.event add column readers text[] not null default '{}';
