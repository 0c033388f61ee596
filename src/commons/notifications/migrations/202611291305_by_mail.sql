-- How a person wants to be told of a deed: not at all, or by e-mail as well, at once or in one message a day.
-- Without a row, in the application only.
alter table commons.notice_unwanted rename to notice_wish;
alter table commons.notice_wish
  add column how text not null default 'none' check (how in ('none', 'mail', 'daily'));
alter table commons.notice_wish alter column how drop default;

-- A notice that waits for its e-mail.
alter table commons.notice add column mail text check (mail in ('mail', 'daily'));
create index notice_waits_for_mail on commons.notice (tenant_id, mail) where mail is not null;

-- How a person is written to: in which language, and at which address of the house they read it.
create table commons.notice_mail (
  tenant_id uuid not null,
  person_id uuid not null,
  language text not null,             -- ISO 639-1
  origin text not null,               -- https://beauval.example.be
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references commons.person on delete cascade
);
select kernel.isolate('commons.notice_mail');
