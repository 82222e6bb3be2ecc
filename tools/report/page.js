// Sorting and filtering the table, and opening what a link leads to. The page can be read without.
(() => {
  'use strict';
  const table = document.getElementById('sites');
  const body = table.tBodies[0];
  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.key === undefined ? cell.textContent : Number(cell.dataset.key);
  };
  const compare = (a, b) => typeof a === 'number' ? a - b : a.localeCompare(b);
  const sort = (header, column) => {
    const down = header.getAttribute('aria-sort') === 'ascending';
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    header.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const rows = [...body.rows].map((row) => ({row, key: key(row, column)}));
    rows.sort((a, b) => down ? compare(b.key, a.key) : compare(a.key, b.key));
    body.append(...rows.map((r) => r.row));
  };
  [...table.tHead.rows[0].cells].forEach((header, column) => {
    header.querySelector('button').addEventListener('click', () => sort(header, column));
  });

  const text = document.getElementById('text');
  const state = document.getElementById('state');
  const filter = () => {
    const wanted = text.value.toLowerCase();
    for (const row of body.rows)
      row.hidden = (state.value && !row.classList.contains(state.value)) ||
          !row.textContent.toLowerCase().includes(wanted);
  };
  text.addEventListener('input', filter);
  state.addEventListener('change', filter);
  document.querySelector('.tools').hidden = false;

  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.tagName === 'DETAILS') target.open = true;
  };
  window.addEventListener('hashchange', reveal);
  reveal();
})();
