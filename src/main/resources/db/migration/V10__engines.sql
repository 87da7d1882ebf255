-- Which conversion engine stands beside, or in place of, the standard one: of a format's rows the
-- last one holds, those before tell who changed what and when.
create table engine_switch (
  id     bigint generated always as identity primary key,
  format text        not null,
  mode   text        not null check (mode in ('OFF', 'SHADOW', 'ROLLOUT')),
  share  integer     not null check (share between 0 and 100),
  at     timestamptz not null,
  who    text        not null
);
create index engine_switch_format on engine_switch (format, id desc);

-- The engine that converts a job, or did; null: the standard one.
alter table job add column engine text;

-- What came of converting a job's drawing once more with another engine. Where the results differ
-- both lie in the folder.
create table shadow_run (
  job_id           uuid primary key references job (id) on delete cascade,
  format           text        not null,
  engine           text        not null,
  outcome          text        not null,
  differences      jsonb       not null,
  folder           text        not null unique,
  standard_millis  bigint      not null,
  candidate_millis bigint      not null,
  ran_at           timestamptz not null
);
create index shadow_run_ran on shadow_run (ran_at, job_id);
