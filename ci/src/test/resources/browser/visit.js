// What a test asks of a page, as one JSON text.
const texts = (selector, of) => Array.from(document.querySelectorAll(selector), of);
return JSON.stringify({
  ids: texts('[id]', element => element.id),
  targets: texts('a[href], link[href], image[href], use[href]', element => element.getAttribute('href'))
    .concat(texts('[src]', element => element.getAttribute('src')))
    .concat(texts('object[data]', element => element.getAttribute('data'))),
  numbers: texts('data', element => ({ value: element.value, text: element.textContent })),
  verdict: texts('.outcome .verdict > span:not([aria-hidden])', element => element.textContent.trim()),
  effect: texts('p.effect data', element => element.value),
  rows: texts('table.cards[id^="at-"] tbody tr', row => ({
    link: row.querySelector('th a').getAttribute('href'),
    verdict: row.querySelector('.verdict > span:not([aria-hidden])').textContent.trim(),
    effect: Array.from(row.querySelector('td[data-label^="Effect"]').querySelectorAll('data'), element => element.value),
  })),
});
