/** The look of the practice platform: the desk's calm, in another colour, so that nobody takes one for the other. */
export const STYLES = `
:root { color-scheme: light dark; --ink:#16202b; --quiet:#4a5866; --surface:#fff; --ground:#faf6ee; --line:#d8cfbd;
  --primary:#7a4b00; --on-primary:#fff; --banner:#ffe2a8; --on-banner:#3a2600; --good:#1e6b3a; --bad:#a4262c; }
@media (prefers-color-scheme: dark) { :root { --ink:#e6ebf1; --quiet:#b5b0a4; --surface:#1b1a17; --ground:#12110f; --line:#45403a;
  --primary:#f2c274; --on-primary:#2a1a00; --banner:#4a3200; --on-banner:#ffe9c2; --good:#7fce9a; --bad:#ff9a9e; } }
* { box-sizing: border-box; }
body { margin:0; font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif; color:var(--ink); background:var(--ground); }
a { color:var(--primary); text-underline-offset:3px; }
:focus-visible { outline:3px solid #ffb000; outline-offset:2px; box-shadow:0 0 0 5px #16202b; border-radius:2px; }
.skip { position:absolute; left:-999px; } .skip:focus { left:8px; top:8px; background:var(--surface); padding:8px 12px; z-index:2; }
.practice { margin:0; padding:8px 24px; background:var(--banner); color:var(--on-banner); font-size:14px; }
.top { display:flex; flex-wrap:wrap; gap:8px 24px; align-items:center; padding:12px 24px; background:var(--surface);
  border-bottom:1px solid var(--line); }
.mark { display:flex; gap:10px; align-items:center; font-weight:600; font-size:18px; color:var(--ink); text-decoration:none; }
.top nav { display:flex; flex-wrap:wrap; gap:4px 16px; flex:1; }
.top nav a, .language { padding:6px 4px; text-decoration:none; } .top nav a:hover, .language:hover { text-decoration:underline; }
.top nav a { border-bottom:3px solid transparent; } .top nav a[aria-current] { border-bottom-color:var(--primary); font-weight:600; color:var(--ink); }
main { max-width:1080px; margin:0 auto; padding:24px; } main:focus { outline:none; }
main.narrow, .narrow { max-width:720px; }
footer { padding:24px; color:var(--quiet); font-size:14px; text-align:center; }
h1 { font-size:24px; line-height:1.25; margin:0 0 8px; } h2 { font-size:20px; margin:32px 0 8px; }
.lead { color:var(--quiet); margin:0 0 24px; max-width:68ch; }
.cards { display:grid; grid-template-columns:repeat(auto-fill,minmax(280px,1fr)); gap:20px; list-style:none; padding:0; margin:0; }
.card, .panel { background:var(--surface); border:1px solid var(--line); border-radius:10px; overflow:hidden; }
.card img { display:block; width:100%; height:auto; aspect-ratio:3/2; } .card div { padding:12px 16px 16px; }
.card h2 { font-size:18px; margin:0; } .card p { margin:4px 0 0; } .small { font-size:14px; color:var(--quiet); } .card h2 a { color:var(--ink); }
.panel { padding:16px 20px; margin:20px 0; } .panel > h2:first-child { margin-top:0; }
.post { max-width:720px; margin:0 auto; } .post img.picture { display:block; width:100%; height:auto; border-radius:10px; }
.post header { margin-bottom:16px; } .post .words { font-size:18px; margin:16px 0; }
.facts { display:grid; grid-template-columns:max-content 1fr; gap:4px 16px; margin:0; } .facts dt { color:var(--quiet); }
.facts dd { margin:0; overflow-wrap:anywhere; }
code, pre { font:14px/1.5 ui-monospace,Menlo,Consolas,monospace; } code { overflow-wrap:anywhere; }
pre { white-space:pre-wrap; overflow-wrap:anywhere; background:var(--surface); padding:12px; border-radius:8px; max-height:420px; overflow:auto; border:1px solid var(--line); }
.comments { list-style:none; padding:0; margin:0; } .comments li { padding:10px 0; border-top:1px solid var(--line); }
.notice { text-align:center; padding:64px 20px; max-width:560px; margin:24px auto; } .notice .sign { font-size:40px; margin:0; color:var(--primary); }
.scroll { overflow-x:auto; } table { border-collapse:collapse; width:100%; background:var(--surface); font-variant-numeric:tabular-nums; }
th, td { text-align:left; vertical-align:top; padding:10px 12px; border-bottom:1px solid var(--line); } th { font-size:14px; color:var(--quiet); }
td.when { white-space:nowrap; }
.button, button { font:inherit; display:inline-block; min-height:44px; padding:9px 16px; border-radius:8px; border:1px solid var(--primary);
  background:var(--primary); color:var(--on-primary); text-decoration:none; cursor:pointer; font-weight:600; }
button.quiet { background:transparent; color:var(--primary); font-weight:400; min-height:36px; padding:6px 12px; }
form + .choices { margin-top:16px; } .choices { display:flex; flex-wrap:wrap; gap:8px; } .choices form { margin:0; }
.state::before { content:'○ '; } .state-sent::before { content:'● '; } .state-sent { color:var(--good); } .state-refused { color:var(--bad); }
.state-dropped { color:var(--quiet); text-decoration:line-through; }
.label { border-left:6px solid var(--primary); padding:8px 16px; background:var(--banner); color:var(--on-banner); border-radius:4px; }
label, legend { font-weight:600; display:block; } .hint { color:var(--quiet); margin:0; font-size:14px; }
input[type=text], input[type=email], textarea { font:inherit; width:100%; max-width:68ch; padding:10px; border:1px solid var(--quiet);
  border-radius:6px; background:var(--surface); color:var(--ink); }
.field { margin:0 0 20px; } .field .error { color:var(--bad); margin:4px 0; font-weight:600; } .check { display:flex; gap:10px; align-items:flex-start; }
.check input { width:24px; height:24px; flex:none; } .check label { font-weight:400; }
.errors { border:2px solid var(--bad); border-radius:8px; padding:12px 20px; margin:0 0 20px; }
@media (max-width:700px) { .top nav { order:3; flex-basis:100%; } .mark { flex:1; } } @media (max-width:600px) { .top, .practice, main { padding-left:16px; padding-right:16px; } .facts { grid-template-columns:1fr; } }
`;
