-- Up to which notice an officer was told by e-mail that something waits, and when.
create table ask.notice_mailed (
  officer text primary key,
  up_to bigint not null,
  at timestamptz not null
);
