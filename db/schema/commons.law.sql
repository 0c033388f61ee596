-- tables
table commons.law_rule (
  id bigint not null generated as identity,
  key text not null,
  article text not null,
  organ_kind text,
  value jsonb not null,
  valid_from date not null,
  valid_to date,
  verified boolean not null default false,
  source text not null,
  note text not null default ''::text
);
table commons.legal_rule (
  id bigint not null generated as identity,
  key text not null,
  article text not null,
  organ_kind text,
  value jsonb not null,
  valid_from date not null,
  valid_to date,
  verified boolean not null default false,
  source text not null,
  note text not null default ''::text
);

-- sequences
sequence commons.law_rule_id_seq start 1 increment 1;
sequence commons.legal_rule_id_seq start 1 increment 1;

-- constraints
commons.law_rule law_rule_check CHECK ((valid_to > valid_from));
commons.law_rule law_rule_key_organ_kind_valid_from_key UNIQUE NULLS NOT DISTINCT (key, organ_kind, valid_from);
commons.law_rule law_rule_pkey PRIMARY KEY (id);
commons.law_rule law_rule_value_check CHECK (((value ->> 'kind'::text) IS NOT NULL));
commons.legal_rule legal_rule_check CHECK ((valid_to > valid_from));
commons.legal_rule legal_rule_key_organ_kind_valid_from_key UNIQUE NULLS NOT DISTINCT (key, organ_kind, valid_from);
commons.legal_rule legal_rule_pkey PRIMARY KEY (id);
commons.legal_rule legal_rule_value_check CHECK (((value ->> 'kind'::text) IS NOT NULL));

-- indexes
CREATE UNIQUE INDEX law_rule_key_organ_kind_valid_from_key ON commons.law_rule USING btree (key, organ_kind, valid_from) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX law_rule_pkey ON commons.law_rule USING btree (id);
CREATE UNIQUE INDEX legal_rule_key_organ_kind_valid_from_key ON commons.legal_rule USING btree (key, organ_kind, valid_from) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX legal_rule_pkey ON commons.legal_rule USING btree (id);

-- grants
commons.law_rule to beffroi_app: SELECT;
commons.legal_rule to beffroi_app: SELECT;
