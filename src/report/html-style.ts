/** How the page looks: in the light and in the dark, on a screen and on paper. */
export const style = `
:root{color-scheme:light dark;--page:#f6f8fa;--card:#fff;--text:#1f2328;--soft:#59636e;--line:#d1d9e0;--link:#0969da;--code:#eff2f5;
--critical:#a40e26;--high:#bc4c00;--medium:#9a6700;--low:#0969da;--good:#1a7f37;--bad:#d1242f;--private:#1a7f37;--public:#bf8700}
@media (prefers-color-scheme:dark){:root{--page:#0d1117;--card:#151b23;--text:#e6edf3;--soft:#9198a1;--line:#3d444d;--link:#4493f8;--code:#212830;
--critical:#ff7b72;--high:#f0883e;--medium:#d29922;--low:#4493f8;--good:#3fb950;--bad:#f85149;--private:#3fb950;--public:#d29922}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
header,main,footer{max-width:64rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2rem}
h1{font-size:1.6rem;line-height:1.25;margin:.1em 0 .4em}
header.pass h1{color:var(--good)}header.blocked h1,header.unjudged h1{color:var(--bad)}
h2{font-size:1.2rem;margin:2rem 0 .7rem}
h3{font-size:1.02rem;margin:0 0 .5rem}
p{margin:.4rem 0}
a{color:var(--link)}
code{background:var(--code);border-radius:.3rem;padding:.1em .35em;font:.86em ui-monospace,SFMono-Regular,Menlo,monospace;overflow-wrap:anywhere}
.soft,footer{color:var(--soft)}
footer{padding:2rem 1.25rem 3rem;font-size:.85rem}
.card,details.block{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem 1.15rem;margin:.8rem 0}
.card{border-left:.3rem solid var(--soft)}
.card.critical{border-left-color:var(--critical)}.card.high{border-left-color:var(--high)}
.card.medium{border-left-color:var(--medium)}.card.low{border-left-color:var(--low)}
.notice{border-left-color:var(--public)}
.badge{display:inline-block;border:1px solid currentColor;border-radius:1rem;padding:0 .6em;font-size:.78rem;font-weight:600;margin-right:.45em}
.badge.critical{color:var(--critical)}.badge.high{color:var(--high)}.badge.medium{color:var(--medium)}.badge.low{color:var(--low)}
ul{padding-left:1.2rem;margin:.5rem 0}
li{margin:.35rem 0}
.fix{border-top:1px solid var(--line);margin-top:.8rem;padding-top:.6rem}
summary{cursor:pointer}
details details,.card details{margin:.4rem 0;color:var(--soft)}
table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.7rem 0}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line)}
td.number,th.number{text-align:right}
.scroll{overflow-x:auto}
.filters{display:flex;flex-wrap:wrap;gap:.4rem 1rem;margin:1rem 0;color:var(--soft)}
.filters label{cursor:pointer}
body:has(#show-critical:not(:checked)) .is-critical,body:has(#show-high:not(:checked)) .is-high,
body:has(#show-medium:not(:checked)) .is-medium,body:has(#show-low:not(:checked)) .is-low{display:none}
.bar{display:flex;width:11rem;height:.8rem;border-radius:.4rem;overflow:hidden;background:var(--code);border:1px solid var(--line)}
.bar i{display:block;background:var(--low)}.bar i+i{background:var(--high)}.bar.over i{background:var(--bad)}
svg{max-width:none;font:12px system-ui,sans-serif}
svg text{fill:var(--text)}svg .title,svg .kind{font-weight:600}svg .name{font-size:11px}
svg rect{fill:var(--card);stroke:var(--line)}
svg .zone{fill:var(--page)}svg .zone.open{stroke-dasharray:5 4}
svg .private{stroke:var(--private)}svg .public{stroke:var(--public)}svg .unknown{stroke:var(--soft);stroke-dasharray:5 4}
svg .runner{fill:var(--code);stroke:var(--low)}svg .fargate{stroke:var(--critical)}svg .perhaps{stroke-dasharray:5 4}svg .gateway{fill:var(--code);stroke:var(--soft)}
svg .string{stroke:var(--soft)}
svg rect.marked{stroke:var(--bad);stroke-width:3;stroke-dasharray:none}
@media print{body{background:none}.filters{display:none}.card,details.block{break-inside:avoid}}
`.trim();
