-- What a job's finished stages made, kept for its repetition: where it lies, the last stage it
-- holds, and the options it was made with; and the stage a job was told to begin with.
alter table job
  add column checkpoint_key     text,
  add column checkpoint_stage   text,
  add column checkpoint_options jsonb,
  add column begin_stage        text,
  add check ((checkpoint_key is null) = (checkpoint_stage is null)),
  add check ((checkpoint_key is null) = (checkpoint_options is null));
create index job_checkpoint on job (finished_at) where checkpoint_key is not null;

alter table job_stage drop constraint job_stage_state_check;
alter table job_stage add constraint job_stage_state_check
  check (state in ('PENDING', 'RUNNING', 'DONE', 'FAILED', 'SKIPPED', 'REUSED'));
