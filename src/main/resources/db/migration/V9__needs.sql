-- What a server must know to run a job: one that knows less leaves it to others. Each version says
-- in its code what it knows (service.job.Need); versions before this one ask for nothing.
alter table job add column needs integer not null default 0 check (needs >= 0);
