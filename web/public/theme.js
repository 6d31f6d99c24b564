// Runs before the first paint, as a file because the content security policy refuses inline scripts.
// Sets the theme a person chose on this device; without a choice the system decides. See web/app/theme.ts.
try {
  const chosen = localStorage.getItem('longhand.theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
} catch {
  // Storage may be refused; then the system's choice stands.
}
