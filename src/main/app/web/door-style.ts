/** Where the door's style is: the one thing that is served to whoever has no session. */
export const STYLE_PATH = '/door.css'

/**
 * It stands here, and not among the page's files, so that none of those is served without a
 * session. Colours are those of the window's tokens; the policy lets in no style but a file's.
 */
export const DOOR_STYLE = `:root {
  color-scheme: dark light;
  --ground: #07090c;
  --sheet: #0d1116;
  --line: #2e3a46;
  --text: #e8edf2;
  --quiet: #b0bbc6;
  --key: #1c242d;
}
@media (prefers-color-scheme: light) {
  :root {
    --ground: #c9d0d8;
    --sheet: #ffffff;
    --line: #c2cbd4;
    --text: #10161d;
    --quiet: #3a4652;
    --key: #e3e8ee;
  }
}
body {
  margin: 0;
  padding: 12vh 16px 16px;
  background: var(--ground);
  color: var(--text);
  font: 14px/1.55 Inter, 'Segoe UI', system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'Noto Sans SC',
    'PingFang SC', 'Microsoft YaHei UI', 'Microsoft YaHei', sans-serif;
}
main {
  box-sizing: border-box;
  max-width: 560px;
  margin: 0 auto;
  border: 1px solid var(--line);
  border-radius: 2px;
  background: var(--sheet);
}
section {
  padding: 20px 24px;
}
section + section {
  border-top: 1px solid var(--line);
}
h1,
h2 {
  margin: 0 0 8px;
  font-size: 18px;
  font-weight: 600;
  line-height: 1.35;
}
p {
  margin: 0;
}
p + p {
  margin-top: 12px;
  color: var(--quiet);
}
kbd,
code {
  font-family: 'JetBrains Mono', 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace;
}
kbd {
  padding: 1px 6px;
  border: 1px solid var(--line);
  border-radius: 3px;
  background: var(--key);
}
`
