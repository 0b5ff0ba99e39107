/** The form by itself: where the server is closed, the reading page and its files are behind it. */
export const signInPage = ({
  to,
  sentence,
}: {
  readonly to: string;
  readonly sentence: string | null;
}): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Sign in · Verbatim</title>
<style>
  body { font: 1.0625rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 12vh auto; padding: 0 1.25rem; }
  h1 { font-size: 1.5rem; }
  label { display: block; font-weight: 600; }
  input, button { font: inherit; padding: .5rem .75rem; box-sizing: border-box; }
  input { width: 100%; margin: .25rem 0 1rem; }
  .wrong { border-left: .25rem solid #b3261e; padding-left: .75rem; }
</style>
</head>
<body>
<main>
<h1>Sign in to Verbatim</h1>
${sentence === null ? "" : `<p class="wrong" role="alert">${escaped(sentence)}</p>`}
<form method="post" action="/sign-in">
<input type="hidden" name="to" value="${escaped(to)}">
<label for="token">Token</label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
<button type="submit">Sign in</button>
</form>
</main>
</body>
</html>
`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
