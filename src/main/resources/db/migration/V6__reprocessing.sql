-- Dead letters on their way back, few at any time: the reaper looks for those that got stuck.
create index job_reprocessing on job (updated_at) where state = 'REPROCESSING';
