-- A result that was accepted or contested on paper: the day that stands on it; the scan hangs on the signature.
alter table needs.participation add column paper_signed_on date;
comment on column needs.participation.paper_signed_on is 'Day on the paper that the organisation signed; null: replied on a page. replied_at is when it was typed in';
comment on column needs.participation.replied_by is 'Post whose reply it is; who typed a paper in stands on the signature';
