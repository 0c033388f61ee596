-- The rules of law, in a table of this release: a process of the one before reads its own, `commons.legal_rule`, which has no rule
-- of a kind that it does not know. That table goes with the release after this one.
create table commons.law_rule (
  id          bigint generated always as identity primary key,
  key         text not null,
  article     text not null,
  organ_kind  text,             -- null: for every organ that has no row of its own
  value       jsonb not null,   -- its shapes: ruleValue in src/commons/law/rule.ts
  valid_from  date not null,
  valid_to    date,             -- the first day on which the rule no longer holds
  verified    boolean not null default false,
  source      text not null,
  note        text not null default '',
  unique nulls not distinct (key, organ_kind, valid_from),
  check (valid_to > valid_from),
  check (value ->> 'kind' is not null)
);
grant select on commons.law_rule to beffroi_app;
