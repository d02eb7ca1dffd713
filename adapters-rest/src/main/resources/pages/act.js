// The token stands behind the #, so that it is in no log, and is sent only when somebody asks for it.
const form = document.getElementById('act');
const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';

async function call() {
  const body = {token, ...Object.fromEntries(new FormData(form))};
  const answer = await fetch(form.dataset.call, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body),
  });
  if (answer.ok) {
    return '';
  }
  const problem = await answer.json();
  return (problem.errors ?? [problem]).map((each) => each.detail ?? '').join(' ');
}

function show(done, detail) {
  form.hidden = done;
  document.getElementById('done').hidden = !done;
  document.getElementById('refused').hidden = done;
  document.getElementById('detail').textContent = detail;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  call().then((detail) => show(detail === '', detail), () => show(false, ''));
});
