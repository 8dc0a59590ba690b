// Opens a plot as a reader does and waits until it is drawn or says why not.
const [number, done] = arguments;
const plot = document.querySelectorAll('details.explore')[number];
const look = () => {
  const fault = plot.querySelector('[role=alert]');
  if (fault || plot.querySelector('svg path')) {
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(fault ? fault.textContent : '')));
  }
};
const observer = new MutationObserver(look);
observer.observe(plot, { childList: true, subtree: true });
plot.open = true;
look();
