-- What happened to requests that somebody should hear of; for whom is read from who has the request.
create table ask.notice (
  id bigint generated always as identity primary key,
  number text not null references ask.request,
  at timestamptz not null,
  event text not null,
  by text not null
);
create index notice_by_age on ask.notice (at);

-- Up to which notice an officer has read.
create table ask.notice_read (
  officer text primary key,
  up_to bigint not null
);
