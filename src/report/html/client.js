(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const language = () => (root.lang === 'en' ? 'en' : 'zh');

  const rows = [...document.querySelectorAll('#judged > tr, #passing tbody > tr')];
  const entries = rows.map((row, order) => ({
    row,
    order,
    id: row.dataset.s,
    verdict: row.dataset.v,
    findings: row.dataset.r ?? '',
    name: row.cells[0].textContent.toLowerCase(),
    sheets: [],
  }));
  const byStreet = new Map(entries.map((entry) => [entry.id, entry]));
  for (const sheet of document.querySelectorAll('#cards > [data-s]')) byStreet.get(sheet.dataset.s)?.sheets.push(sheet);

  const form = byId('filter');
  const checked = () => new Set([...form.querySelectorAll('input:checked')].map((box) => box.value));

  const say = (count) => {
    const status = byId('shown');
    status.textContent = status.dataset[language()].replace('{shown}', count).replace('{all}', entries.length);
  };

  const filter = () => {
    const results = checked();
    const by = byId('by').value;
    const wanted = byId('search').value.trim().toLowerCase();
    let count = 0;
    for (const { row, verdict, findings, name, sheets } of entries) {
      const result = by === 'v' || findings === '' ? verdict : findings[Number(by)];
      const isShown = results.has(result) && name.includes(wanted);
      if (isShown) count++;
      row.hidden = !isShown;
      for (const sheet of sheets) sheet.hidden = !isShown;
    }
    byId('filtered').hidden = count === entries.length;
    say(count);
  };

  const VERDICTS = 'fupn';
  const text = new Intl.Collator('zh').compare;
  const keyOf = (column) => {
    if (column === 0) return (entry) => entry.name;
    if (column === 1) return (entry) => VERDICTS.indexOf(entry.verdict);
    return ({ row, findings }) => {
      const share = row.cells[column]?.dataset.k;
      return share === undefined ? 1000 + VERDICTS.indexOf(findings[column - 2]) : Number(share);
    };
  };

  const sort = (column, isDescending) => {
    const key = keyOf(column);
    const keyed = entries.map((entry) => [key(entry), entry]);
    const sign = isDescending ? -1 : 1;
    const compare = column === 0 ? text : (a, b) => a - b;
    keyed.sort((a, b) => sign * compare(a[0], b[0]) || a[1].order - b[1].order);
    const lines = document.createDocumentFragment();
    const sheets = document.createDocumentFragment();
    for (const [, entry] of keyed) {
      if (entry.row.parentNode.id === 'judged') lines.append(entry.row);
      sheets.append(...entry.sheets);
    }
    byId('judged').append(lines);
    byId('cards').prepend(sheets);
  };

  const enableSorting = () => {
    const headings = [...document.querySelectorAll('#grid thead th')];
    headings.forEach((heading, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener('click', () => {
        const isDescending = heading.getAttribute('aria-sort') === 'ascending';
        for (const other of headings) other.removeAttribute('aria-sort');
        heading.setAttribute('aria-sort', isDescending ? 'descending' : 'ascending');
        sort(column, isDescending);
      });
    });
  };

  const translate = () => {
    const now = language();
    for (const node of document.querySelectorAll('title, option')) node.textContent = node.dataset[now];
    if (form) filter();
  };

  for (const node of document.querySelectorAll('[data-script]')) node.hidden = false;
  byId('language').addEventListener('click', () => {
    root.lang = language() === 'zh' ? 'en' : 'zh-CN';
    translate();
  });
  byId('print').addEventListener('click', () => print());
  if (form) {
    enableSorting();
    form.addEventListener('input', filter);
    form.addEventListener('submit', (event) => event.preventDefault());
    // The fields are reset after the event.
    form.addEventListener('reset', () => requestAnimationFrame(filter));
    filter();
  }
})();
