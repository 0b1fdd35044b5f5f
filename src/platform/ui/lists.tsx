/** Everything that a page with a list or a record's facts needs, in one import. */
export { type FilterField, Filters, type FiltersProps } from "./filters.tsx";
export { type Download, Downloads, ListPage, type ListPageProps } from "./list-page.tsx";
export { type PageItem, pageItems, Pages, type PagesProps, Pagination, type PaginationProps } from "./paging.tsx";
export {
  CheckAnswers,
  type CheckAnswersProps,
  type CheckedAnswer,
  type SummaryAction,
  SummaryList,
  type SummaryListProps,
  type SummaryRow,
  type Task,
  TaskList,
  type TaskListProps,
} from "./summaries.tsx";
export { type Column, DataTable, type DataTableProps, type Sort, Table, type TableCell, type TableProps } from "./tables.tsx";
