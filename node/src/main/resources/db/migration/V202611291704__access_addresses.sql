-- Where an officer is told by e-mail that something waits; nothing else is ever sent there.
alter table access.officer add column address text check (length(address) between 3 and 254);
