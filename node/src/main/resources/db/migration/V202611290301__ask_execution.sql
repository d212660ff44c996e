-- When the asked side accepted the request: from then on it is in execution.
alter table ask.request add accepted timestamptz;

-- When the next thing is to be told of the request's clock: an alarm, its end, the day of a review.
alter table ask.request add alarm timestamptz;
update ask.request set alarm = due where due is not null and stopped is null
  and state not in ('ANSWERED', 'REFUSED', 'WITHDRAWN', 'LAPSED');
create index request_alarm on ask.request (alarm) where alarm is not null;

-- The letter that an entry of the history carries, as it crossed, canonical JSON.
alter table ask.history add letter text;
