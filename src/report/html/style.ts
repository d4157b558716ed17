/** The look of the page: the theme's colours as custom properties, light and dark, screen, phone and paper. */
import { FONTS, PALETTE, TYPE } from '../charts/theme.js'

const properties = (side: 'light' | 'dark') =>
  Object.entries(PALETTE)
    .map(([name, tones]) => `--${name}:${tones[side]}`)
    .join(';')

export const STYLE = `
:root{color-scheme:light dark;${properties('light')}}
@media (prefers-color-scheme:dark){:root{${properties('dark')}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:${TYPE.text}px/1.55 ${FONTS};font-variant-numeric:tabular-nums}
body:has(#lang-zh:checked) [lang=en],body:has(#lang-en:checked) [lang=zh]{display:none}
.page{max-width:1080px;margin:0 auto;padding:0 20px 64px}
a{color:var(--ours)}
:focus-visible{outline:3px solid var(--ours);outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--paper);padding:8px}
header{display:flex;gap:16px;justify-content:space-between;align-items:center;padding:14px 0;border-bottom:1px solid var(--rule);font-size:${TYPE.small}px;color:var(--quiet)}
.explore{margin-left:auto}.switch{border:0;margin:0;padding:0;display:flex;white-space:nowrap}
.switch legend,.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.switch input{position:absolute;opacity:0}
.switch label{padding:5px 12px;border:1px solid var(--rule);cursor:pointer}
.switch label:first-of-type{border-radius:6px 0 0 6px}.switch label:last-of-type{border-radius:0 6px 6px 0;border-left:0}
.switch input:checked+label{background:var(--ours);color:var(--paper);border-color:var(--ours)}
.switch input:focus-visible+label{outline:3px solid var(--ours);outline-offset:2px}
.eyebrow{margin:26px 0 0;color:var(--quiet);font-size:${TYPE.small}px}
h1{font-size:${TYPE.title}px;line-height:1.25;margin:6px 0 16px;text-wrap:balance}
.first{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,660px);gap:8px 40px;align-items:start}.first>:only-child{grid-column:1/-1}
.verdict{font-size:22px;line-height:1.45;font-weight:bold;margin:6px 0 18px;padding-left:14px;border-left:6px solid var(--ours);text-wrap:balance}.verdict strong{display:block;font-size:64px;line-height:1.1;color:var(--ours);letter-spacing:-1px}
.last-years{margin:0 0 14px;padding-left:20px}.readings{margin:0 0 18px}.readings ul,.points,.works{padding-left:18px;margin:8px 0}.readings li,.points li,.works li{margin:0 0 8px}.works{font-size:${TYPE.text}px}
.next{list-style:none;padding:14px 0 0;margin:0;border-top:1px solid var(--rule)}.next li{margin:0 0 8px}.next a{text-decoration:none}.next a::before{content:'↓ '}.next a:hover{text-decoration:underline}
#where h2,#actions h2,#unknowns h2,#compared h2{margin-top:36px}#where figure{margin-top:16px}
figure.beside{display:block;margin:0}figure.beside figcaption p{margin-bottom:8px}
.caution{margin:0 0 14px;padding:10px 14px;border-left:6px solid var(--asked);background:var(--wash)}
.leads{display:grid;grid-template-columns:repeat(2,1fr);gap:8px 28px}.leads p{margin:0}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:4px 20px;padding:0;margin:28px 0 0;font-size:14px}
h2{font-size:${TYPE.heading}px;margin:56px 0 4px;padding-top:14px;border-top:2px solid var(--ink)}
figure{margin:34px 0 0;display:grid;grid-template-columns:minmax(0,310px) minmax(0,1fr);gap:6px 36px;align-items:start}
figcaption h3{margin:0 0 6px;font-size:${TYPE.text}px;line-height:1.35}
figcaption p{margin:0;font-size:14px;color:var(--quiet)}figcaption ul{margin:12px 0 0;padding-left:18px;font-size:14px}figcaption li{margin:0 0 8px}
h3{font-size:${TYPE.text}px;margin:28px 0 4px}#actions table,#compared table{margin-bottom:6px}
.sortable thead button{all:unset;cursor:pointer;color:inherit}.sortable thead button:focus-visible{outline:3px solid var(--ours)}.sortable thead button::after{content:' ↕';color:var(--rule)}.sortable [aria-sort=descending] button::after{content:' ↓';color:var(--ink)}.sortable [aria-sort=ascending] button::after{content:' ↑';color:var(--ink)}
figure details{grid-column:1/-1}
.picture svg{display:block;max-width:100%;height:auto}
.narrow{display:none}
.note{color:var(--quiet);font-size:${TYPE.small}px;max-width:64em;margin:4px 0 12px}
details{font-size:14px;margin-top:4px}
summary{cursor:pointer;color:var(--ours);padding:4px 0}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:${TYPE.small}px;line-height:1.4;width:100%}
caption{text-align:left;color:var(--quiet);padding:6px 0;font-size:${TYPE.small}px}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid var(--rule);font-weight:normal}
thead th{color:var(--quiet);vertical-align:bottom;border-bottom:1px solid var(--ink)}
.n{text-align:right;white-space:nowrap}.n+:not(.n){padding-left:16px}thead .n{white-space:normal}
tbody th{position:sticky;left:0;background:var(--paper);min-width:9em}
[id^=t-targets] tbody th{min-width:16em}[id^=t-targets] td:nth-child(2){white-space:nowrap}
.odds{background:linear-gradient(var(--ours),var(--ours)) left calc(100% - 2px)/var(--p) 3px no-repeat}
td{overflow-wrap:break-word}[id^=t-targets] td:last-child{white-space:nowrap}.chip{display:inline-block;padding:1px 8px;border-radius:9px;white-space:nowrap;background:var(--odds1);color:var(--onPale)}
.chip.no_odds,.chip.too_few,.chip.cannot{background:var(--wash);color:var(--ink)}.chip.unlikely{background:var(--odds2)}.chip.even{background:var(--odds3)}
.chip.likely{background:var(--odds4);color:var(--onDeep)}.chip.almost_certain{background:var(--odds5);color:var(--onDeep)}
dl{margin:8px 0 16px;font-size:14px}dl div{display:grid;grid-template-columns:11em minmax(0,1fr);gap:0 16px;padding:3px 0}dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
pre{overflow:auto;max-height:60vh;background:var(--wash);padding:14px;font-size:12px;line-height:1.45;border-radius:8px}
#warnings pre{white-space:pre-wrap;max-height:none;margin:8px 0}
footer{margin-top:56px;color:var(--quiet);font-size:${TYPE.small}px;border-top:1px solid var(--rule);padding-top:12px}
@media screen{td:not(.n){min-width:5em}}
@media screen and (max-width:1020px){figure,.first{grid-template-columns:minmax(0,1fr)}}
@media screen and (max-width:719px){
.page{padding:0 20px 40px}h1{font-size:24px}.verdict{font-size:18px}.verdict strong{font-size:52px}.eyebrow{margin-top:22px}
.leads{grid-template-columns:1fr}.wide{display:none}.narrow{display:block}h2{margin-top:44px}
[id^=t-targets] tbody th{min-width:9.5em;max-width:11em}
}
@page{size:A4;margin:16mm 13mm 15mm}
@media print{
:root{color-scheme:light;${properties('light')}}
body{font-size:10.5pt;background:#fff;-webkit-print-color-adjust:exact;print-color-adjust:exact}.page{max-width:none;padding:0}
header,.explore,.switch,nav,.skip,.next,.readings summary,details:not([open]):not(.readings){display:none}.readings::details-content{content-visibility:visible;display:block}.first .wide{display:none}.first .narrow{display:block}
h1{font-size:20pt;margin:0 0 8px}.eyebrow{margin-top:8px}.first{grid-template-columns:minmax(0,1fr) 340px;gap:4px 24px}.readings{margin:0;font-size:9pt}.readings li{margin-bottom:3px}.verdict{font-size:12pt;margin-bottom:8px}.verdict strong{font-size:34pt}.points,.works,figcaption ul{font-size:9pt;margin:4px 0}.points li,.works li,figcaption li{margin-bottom:3px}.sortable thead button::after{content:none!important}
figure{display:block;break-inside:avoid;margin-top:16px}figcaption{margin-bottom:8px}figcaption p,.note{font-size:8.5pt;line-height:1.4}#where-map svg{max-width:70%}#where h2,#actions h2,#unknowns h2,#compared h2{margin-top:12px;padding-top:8px}
tr,li{break-inside:avoid}h2,h3,figcaption{break-after:avoid}h2{margin-top:22px}
.scroll{overflow:visible}table{font-size:7pt}th,td{padding:2px 5px 2px 0}#targets{break-before:page}[id^=t-targets] tbody th{min-width:19em}[id^=t-targets] th,[id^=t-targets] td,#t-reach th,#t-reach td{padding:1px 4px 1px 0}
.chip{padding:0 5px}.picture svg{max-width:84%}#courses svg,#pairs svg{max-width:68%}
}
`.replaceAll('\n', '')
