-- schemas
create schema deliberations;
grant USAGE on schema deliberations to beffroi_app;

-- functions
CREATE OR REPLACE FUNCTION deliberations.number_by_place()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.position is null then
    new.number := null;
  else
    new.number := coalesce(new.number, new.position::text);
  end if;
  return new;
end $function$
;
grant EXECUTE on function deliberations.number_by_place() to public;

-- tables
table deliberations.agenda (
  tenant_id uuid not null default kernel.tenant_id(),
  meeting_id uuid not null,
  version integer not null,
  made_at timestamp with time zone not null default now(),
  lines jsonb not null
) row level security forced;
table deliberations.item (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  organ_id uuid not null,
  meeting_id uuid,
  position integer,
  list_type text not null default 'normal'::text,
  privacy text not null default 'public'::text,
  poll_type text not null default 'freehand'::text,
  category_id uuid,
  motivation text not null default ''::text,
  decision text not null default ''::text,
  decided_at timestamp with time zone,
  concerned uuid[] not null default '{}'::uuid[],
  matter text not null default 'other'::text,
  purpose text not null default 'decision'::text,
  predecessor_id uuid,
  calling integer not null default 1,
  amount bigint,
  classifier_id uuid,
  to_discuss boolean not null default false,
  associated uuid[] not null default '{}'::uuid[],
  in_charge uuid[] not null default '{}'::uuid[],
  committees uuid[] not null default '{}'::uuid[],
  level_id text not null default ''::text,
  level text not null default ''::text,
  level_no smallint not null default 0,
  validators text[] not null default '{}'::text[],
  endorsers text[] not null default '{}'::text[],
  finals text[] not null default '{}'::text[],
  level_readers text[] not null default '{}'::text[],
  places jsonb not null default '[]'::jsonb,
  number text,
  veiled boolean not null default false
) row level security forced;
table deliberations.meeting (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  organ_id uuid not null,
  starts_at timestamp with time zone not null,
  place text not null default ''::text,
  number integer,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  assembly text not null default ''::text,
  of_day integer not null default 1,
  convoked_at timestamp with time zone,
  noted_after boolean not null default false,
  rank integer not null default 1,
  repeats_id uuid,
  cancelled_at timestamp with time zone,
  lifted boolean not null default false,
  agenda_version integer not null default 0,
  prepared_at timestamp with time zone,
  prepared_place text not null default ''::text
) row level security forced;

-- constraints
deliberations.agenda agenda_pkey PRIMARY KEY (tenant_id, meeting_id, version);
deliberations.agenda agenda_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id);
deliberations.agenda agenda_version_check CHECK ((version > 0));
deliberations.item item_calling_check CHECK (((calling >= 1) AND (calling <= 3)));
deliberations.item item_check CHECK (((meeting_id IS NULL) = ("position" IS NULL)));
deliberations.item item_level_no_check CHECK ((level_no >= 0));
deliberations.item item_list_type_check CHECK ((list_type = ANY (ARRAY['normal'::text, 'late'::text])));
deliberations.item item_matter_check CHECK ((matter = ANY (ARRAY['other'::text, 'candidate_presentation'::text, 'appointment'::text, 'availability'::text, 'preventive_suspension'::text, 'discipline'::text])));
deliberations.item item_number_check CHECK ((number ~ '^[0-9]+([.][0-9]+)?$'::text));
deliberations.item item_number_with_place CHECK ((("position" IS NULL) = (number IS NULL)));
deliberations.item item_pkey PRIMARY KEY (tenant_id, id);
deliberations.item item_poll_type_check CHECK ((poll_type = ANY (ARRAY['freehand'::text, 'secret'::text, 'no_vote'::text])));
deliberations.item item_privacy_check CHECK ((privacy = ANY (ARRAY['public'::text, 'secret'::text])));
deliberations.item item_purpose_check CHECK ((purpose = ANY (ARRAY['decision'::text, 'takes_note'::text, 'information'::text, 'communication'::text, 'oral_question'::text])));
deliberations.item item_tenant_id_category_id_fkey FOREIGN KEY (tenant_id, category_id) REFERENCES commons.term(tenant_id, id);
deliberations.item item_tenant_id_classifier_id_fkey FOREIGN KEY (tenant_id, classifier_id) REFERENCES commons.term(tenant_id, id);
deliberations.item item_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
deliberations.item item_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id);
deliberations.item item_tenant_id_meeting_id_position_key UNIQUE (tenant_id, meeting_id, "position") DEFERRABLE INITIALLY DEFERRED;
deliberations.item item_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES commons.organ(tenant_id, id);
deliberations.item item_tenant_id_predecessor_id_fkey FOREIGN KEY (tenant_id, predecessor_id) REFERENCES deliberations.item(tenant_id, id);
deliberations.item item_voted CHECK (((purpose = 'decision'::text) OR (poll_type = 'no_vote'::text)));
deliberations.meeting meeting_check CHECK (((rank = 1) = (repeats_id IS NULL)));
deliberations.meeting meeting_check1 CHECK ((prepared_at <= starts_at));
deliberations.meeting meeting_of_day_check CHECK ((of_day > 0));
deliberations.meeting meeting_pkey PRIMARY KEY (tenant_id, id);
deliberations.meeting meeting_rank_check CHECK (((rank >= 1) AND (rank <= 3)));
deliberations.meeting meeting_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
deliberations.meeting meeting_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES commons.organ(tenant_id, id);
deliberations.meeting meeting_tenant_id_repeats_id_fkey FOREIGN KEY (tenant_id, repeats_id) REFERENCES deliberations.meeting(tenant_id, id);

-- indexes
CREATE UNIQUE INDEX agenda_pkey ON deliberations.agenda USING btree (tenant_id, meeting_id, version);
CREATE INDEX item_concerned ON deliberations.item USING gin (tenant_id, concerned);
CREATE UNIQUE INDEX item_pkey ON deliberations.item USING btree (tenant_id, id);
CREATE INDEX item_predecessor ON deliberations.item USING btree (tenant_id, predecessor_id);
CREATE UNIQUE INDEX item_tenant_id_meeting_id_position_key ON deliberations.item USING btree (tenant_id, meeting_id, "position");
CREATE UNIQUE INDEX meeting_of_day ON deliberations.meeting USING btree (tenant_id, organ_id, (((starts_at AT TIME ZONE 'Europe/Brussels'::text))::date), of_day);
CREATE UNIQUE INDEX meeting_pkey ON deliberations.meeting USING btree (tenant_id, id);
CREATE UNIQUE INDEX meeting_repeats ON deliberations.meeting USING btree (tenant_id, repeats_id) WHERE (cancelled_at IS NULL);
CREATE INDEX meeting_starts ON deliberations.meeting USING btree (tenant_id, starts_at DESC);
CREATE UNIQUE INDEX meeting_starts_once ON deliberations.meeting USING btree (tenant_id, organ_id, starts_at) WHERE (cancelled_at IS NULL);

-- policies
deliberations.agenda tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
deliberations.item tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
deliberations.meeting tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
deliberations.agenda to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
deliberations.item to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
deliberations.meeting to beffroi_app: DELETE, INSERT, SELECT, UPDATE;

-- triggers
CREATE TRIGGER name_places AFTER INSERT ON deliberations.item FOR EACH ROW WHEN ((new.places <> '[]'::jsonb)) EXECUTE FUNCTION commons.keep_named_places('places');
CREATE TRIGGER number_by_place BEFORE INSERT OR UPDATE OF "position", number ON deliberations.item FOR EACH ROW EXECUTE FUNCTION deliberations.number_by_place();
CREATE TRIGGER rename_places AFTER UPDATE OF places ON deliberations.item FOR EACH ROW WHEN ((old.places IS DISTINCT FROM new.places)) EXECUTE FUNCTION commons.keep_named_places('places');
