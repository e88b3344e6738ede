// Runs before the first paint, so that neither theme nor language flashes. The keys are those of src/lib/preferences.ts.
(function () {
  var root = document.documentElement;
  var theme = null;
  var language = null;
  try {
    theme = localStorage.getItem('blizej.theme');
    language = localStorage.getItem('blizej.language');
  } catch {
    // A browser that keeps nothing still shows the page.
  }
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  if (language === 'en') root.lang = 'en';
})();
