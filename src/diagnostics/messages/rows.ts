import type { Messages } from './message.ts';

/** Of the rows of a table, whatever file it stands in. */
export const rowMessages = {
  'table.ragged': {
    zh: ({ cells, headings, from }) =>
      `该行有 ${cells} 格，表头有 ${headings} 列，各格已经错位${from === '' ? '' : `，看来是从“${from}”一格起`}；请对照表头补齐，或删去多出的一格，含逗号的内容（如 1,030）要加引号。`,
    en: ({ cells, headings, from }) =>
      `The row has ${cells} cells under ${headings} headings, so they have shifted${from === '' ? '' : `, it seems from "${from}" on`}; make them match, take out the cell too many, and quote text that holds a delimiter, such as 1,030.`,
  },
  'table.stray-row': {
    zh: () =>
      '该行不成一条完整的记录，也不能当作表格下方的说明或落款略过：可能是几格挤在一格、一行断成两行，或没有填完；是记录的请每格填一项并补全，是说明的请移到最后一条记录之下并以“备注：”开头，或删去。',
    en: () =>
      'This row is no whole record, nor a note or signature below the table: its cells may be held in one, its line broken in two, or it was never finished; put one value into each cell and complete it, or, if it is a note, move it below the last record and begin it with 备注： (remark), or delete it.',
  },
  'table.rows-above': {
    zh: ({ rows }) =>
      rows === 1
        ? '表头以上的这一行可能是记录，不像标题或说明；是记录的请移到表头以下，每格填一项，是说明的请删去。'
        : `表头以上从这里起有 ${rows} 行可能是记录，不像标题或说明；是记录的请移到表头以下，每格填一项，是说明的请删去。`,
    en: ({ rows }) =>
      rows === 1
        ? 'This row above the headings may be a record; move it below the headings if it is one, one value to a cell, delete it if not.'
        : `From here on ${rows} rows above the headings may be records; move them below the headings if they are, one value to a cell, delete them if not.`,
  },
  'table.above-headings': {
    zh: () => '表头以上的标题、填报单位等行不作为数据，已跳过。',
    en: () => 'A line above the headings (title, reporting unit and the like) was skipped.',
  },
  'table.headings-repeated': {
    zh: () => '记录中间又出现一行相同的表头（多为几个文件接在一起），不作为记录，已跳过。',
    en: () =>
      'The same headings stand once more among the records, as where files were joined; the line is no record and was skipped.',
  },
  'table.headings-within': {
    zh: () =>
      '记录中间的这一行是表头，列名或次序与上面的表头不同，以下各行无法对照；请把以下各行另存为一个文件，或改成同样的列。',
    en: () =>
      'This line among the records is one of headings, and they are others than above or in another order, so the rows below do not stand under the headings; save them as a file of their own, or give them the same columns.',
  },
  'table.below-records': {
    zh: () => '记录以下的填表人、日期、备注等行不作为数据，已跳过。',
    en: () => 'A line below the records (signature, date, remark and the like) was skipped.',
  },
  'table.blank-rows': {
    zh: () => '空行已跳过。',
    en: () => 'A blank row was skipped.',
  },
  'table.extra-cells': {
    zh: () => '行末多出的空格子不作为数据。',
    en: () => 'Empty cells beyond the last heading were ignored.',
  },
} satisfies Partial<Messages<'table'>>;
