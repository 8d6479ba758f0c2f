// "/" leads to the search box, unless something is being written.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || document.activeElement.closest("input, textarea, select")) return;
  const box = document.querySelector("#q, .site-search input");
  if (!box) return;
  event.preventDefault();
  box.focus();
});
