const [part, done] = arguments;
document.querySelectorAll('tbody tr:nth-child(n+5), li:nth-child(n+5)').forEach(each => each.remove());
// In the dark a page has the same elements and other colours.
const asked = matchMedia('(prefers-color-scheme: dark)').matches ? { runOnly: ['cat.color'] } : {};
// A preload would ask for style sheets, which no page from the disk may.
axe.run(part, { resultTypes: ['violations'], preload: false, ...asked }).then(
  result => done(result.violations
    .filter(found => ['serious', 'critical'].includes(found.impact))
    .flatMap(found => found.nodes.map(
      node => `${found.impact} ${found.id}: ${node.html} (${node.failureSummary})`))),
  fault => done([`axe-core failed: ${fault}`]));
