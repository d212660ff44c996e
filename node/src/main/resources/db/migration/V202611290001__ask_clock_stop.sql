-- Since when the clock stands, because the asked party waits for more information; null while it runs.
alter table ask.request add stopped timestamptz;
alter table ask.request add check (stopped is null or clock is not null);

-- Running clocks by time left, then those that stand.
drop index ask.request_by_time_left;
create index request_by_time_left on ask.request (side, (stopped is not null), due);
