/** The look of the explorer: that of the report, with room for controls beside the answer. */
import { FONTS, PALETTE, TYPE } from '../../report/charts/theme.js'

const properties = (side: 'light' | 'dark') =>
  Object.entries(PALETTE)
    .map(([name, tones]) => `--${name}:${tones[side]}`)
    .join(';')

const FRAME = `
:root{color-scheme:light dark;${properties('light')}}
@media (prefers-color-scheme:dark){:root{${properties('dark')}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 ${FONTS};font-variant-numeric:tabular-nums}
p{margin:0}h1,h2,h3{margin:0;line-height:1.3;text-wrap:balance}
h1{font-size:24px}h2{font-size:17px}h3{font-size:14px}
button,input,select{font:inherit;color:inherit}
button,select,input[type=search]{background:var(--paper);border:1px solid var(--rule);border-radius:6px;padding:4px 10px;min-height:32px}
button{cursor:pointer}button:hover:enabled{border-color:var(--ours)}button:disabled{color:var(--quiet);opacity:.55;cursor:default}
:focus-visible{outline:3px solid var(--ours);outline-offset:2px}
#answer:focus,#levers-ranked:focus{outline:0}
.note{color:var(--quiet);font-size:${TYPE.small}px}
.hidden,.switch legend{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;z-index:9}
.page{max-width:2200px;margin:0 auto;padding:0 24px 40px}
.bar{display:flex;gap:8px 18px;align-items:center;padding:12px 0;border-bottom:1px solid var(--rule);font-size:${TYPE.small}px;color:var(--quiet);flex-wrap:wrap}
.bar .plan{flex:1;min-width:12em;overflow-wrap:anywhere}
.tools{display:flex;gap:6px}
.switch{border:0;margin:0;padding:0;display:flex;white-space:nowrap}
.switch input{position:absolute;opacity:0}
.switch label{padding:5px 12px;border:1px solid var(--rule);cursor:pointer}
.switch label:first-of-type{border-radius:6px 0 0 6px}.switch label:last-of-type{border-radius:0 6px 6px 0;border-left:0}
.switch input:checked+label{background:var(--ours);color:var(--paper);border-color:var(--ours)}
.switch input:focus-visible+label{outline:3px solid var(--ours);outline-offset:2px}
.notice{margin:12px 0 0;padding:8px 14px;border-left:6px solid var(--ours);background:var(--wash)}.caution{border-color:var(--asked)}
.notice pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:12px;margin:6px 0 0}
main{display:grid;grid-template-columns:minmax(270px,330px) minmax(0,1fr) minmax(320px,430px);gap:20px 36px;align-items:start;padding-top:20px}
footer{margin-top:40px;padding-top:12px;border-top:1px solid var(--rule);color:var(--quiet);font-size:${TYPE.small}px}
footer .made{margin-top:4px;overflow-wrap:anywhere}
.keep{display:flex;gap:6px;flex-wrap:wrap;margin:10px 0 0;padding:0;border:0}.keep button{font-size:13px;padding:3px 9px}
`

const CONTROLS = `
.controls{position:sticky;top:0;max-height:100vh;overflow-y:auto;padding:4px 8px 24px 4px;margin-left:-4px;scrollbar-width:thin}
.controls h2{margin:18px 0 6px}
.policies{display:flex;flex-wrap:wrap;border:0;margin:0;padding:0}
.policies button{flex:1 0 auto;border-radius:0;margin-left:-1px}.policies button:first-of-type{border-radius:6px 0 0 6px}.policies button:last-child{border-radius:0 6px 6px 0}.policies button:only-of-type{border-radius:6px}
.policies [aria-pressed=true]{background:var(--ours);color:var(--paper);border-color:var(--ours)}
.lever{display:grid;grid-template-columns:minmax(0,1fr) auto auto;gap:0 10px;align-items:center;padding:10px 0 8px;border-bottom:1px solid var(--rule)}
.lever>label{font-weight:bold;font-size:14px;line-height:1.3}
.lever .typed{width:5.2em}
.lever.moved .typed{border-color:var(--ours);color:var(--ours);font-weight:bold}
.curve,.track,.lever .because,.lever .wrong{grid-column:1/-1}.lever .typed:nth-child(2){grid-column:2/4}
.why{border-radius:50%;min-height:24px;width:24px;padding:0;line-height:1;font-size:13px;color:var(--ours);position:relative}.why::after{content:"";position:absolute;inset:-8px}
.curve{position:relative;height:26px;margin:6px 8px -4px}
.curve svg{display:block;width:100%;height:100%;overflow:visible}
.curve polygon{fill:var(--band95)}.curve polyline{fill:none;stroke:var(--band50);stroke-width:1.5;vector-effect:non-scaling-stroke}
.curve.flat polygon{fill:var(--wash)}.curve.flat polyline{stroke:none}.curve span{position:absolute;bottom:1px;left:2px;font-size:${TYPE.label}px;line-height:1;color:var(--quiet)}.curve svg.ends{position:absolute;inset:0}.curve text{font-size:${TYPE.label}px;fill:var(--quiet);paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
input[type=range]{width:100%;margin:0;accent-color:var(--ours);height:24px;cursor:grab;display:block}input[type=range]:active{cursor:grabbing}
.marks{position:relative;height:22px;margin:0 8px;font-size:${TYPE.label}px;color:var(--quiet)}
.marks span{position:absolute;left:calc(var(--at)*100%);transform:translateX(-50%);white-space:nowrap;padding-top:5px;line-height:1.2}
.marks .mark{max-width:calc(var(--room)*100%);overflow:hidden;text-overflow:ellipsis;padding-top:7px;margin-top:-2px}.marks i{position:absolute;top:0;left:50%;width:2px;height:6px;background:var(--asked)}
.marks .left{transform:translateX(-3px)}.marks .left i{left:2px}
.marks .right{transform:translateX(calc(3px - 100%))}.marks .right i{left:auto;right:2px}
.marks .end{color:var(--beside)}
details{font-size:14px}summary{cursor:pointer;color:var(--ours);padding:3px 0;font-size:${TYPE.small}px}
.lever .because{color:var(--quiet);font-size:${TYPE.small}px;padding-bottom:4px;scroll-margin:12px}
.differences{margin-top:16px}.differences ul,.held ul{list-style:none;margin:4px 0 0;padding:0}
.differences li{display:flex;gap:8px;justify-content:space-between;align-items:center;padding:3px 0;font-size:${TYPE.small}px}
.differences li button{min-height:26px;padding:0 9px;line-height:1}
.held{margin-top:14px;border-top:1px solid var(--rule);padding-top:6px}.held summary{font-size:14px}
.held input[type=search]{width:100%;margin:8px 0 4px}
.held li{padding:6px 0;border-bottom:1px solid var(--rule)}.held label{display:flex;gap:8px;align-items:baseline;font-size:14px;line-height:1.35}
.held li>.note{display:block;padding-left:24px}.held .because{font-size:12px;line-height:1.4}
summary{min-height:26px}
.splits{margin-top:12px}.splits>summary,.held>summary{font-size:14px;font-weight:bold}.splits ul{margin:2px 0 0;padding-left:18px}
.split{padding:8px 0;border-bottom:1px solid var(--rule);font-size:14px}.split>label{font-weight:bold;display:block;line-height:1.3}.split select{width:100%;margin-top:4px}.split.moved select{border-color:var(--ours);color:var(--ours);font-weight:bold}
.split table{font-size:12px}.split thead th{vertical-align:bottom}.split td,.split th{padding:2px 4px}
.off{color:var(--asked)}.off button{min-height:28px;padding:2px 8px;color:var(--ink)}
input.typed{background:var(--paper);border:1px solid var(--rule);border-radius:6px;padding:2px 6px;min-height:28px;width:5em;text-align:right}input.typed[aria-invalid=true]{border:2px solid var(--asked)}
.wrong{display:block;color:var(--asked);font-size:12px;line-height:1.35;text-align:left;white-space:normal}
.pair{display:flex;gap:6px 14px;flex-wrap:wrap;padding:4px 0;font-size:${TYPE.small}px}.pair>span{display:flex;gap:6px;flex-wrap:wrap;align-items:center}.pair .typed{width:6.5em}
.futures{display:flex;gap:10px;align-items:center;justify-content:space-between;margin-top:16px;font-size:14px}
`

const ANSWER = `
.headline h1{padding-left:14px;border-left:6px solid var(--ours)}
.odds-row{display:flex;flex-wrap:wrap;gap:4px 20px;align-items:center;margin:14px 0 8px}.odds-row>div:nth-child(2){flex:1;min-width:220px}
.large{font-size:56px;line-height:1;font-weight:bold;color:var(--ours);min-width:2.1em;white-space:nowrap}.large.moving{color:var(--band50)}
.word{display:flex;gap:10px;align-items:center;min-height:28px;flex-wrap:wrap}
.chip{display:inline-block;padding:1px 10px;border-radius:10px;background:var(--odds1);color:var(--onPale);white-space:nowrap}
.chip.unlikely{background:var(--odds2)}.chip.even{background:var(--odds3)}.chip.likely{background:var(--odds4);color:var(--onDeep)}.chip.almost_certain{background:var(--odds5);color:var(--onDeep)}
.change{font-weight:bold}.up{color:var(--ours)}.down{color:var(--asked)}
.asked-row{display:flex;flex-wrap:wrap;gap:6px 24px;justify-content:space-between;align-items:center}.asked-row button{font-size:13px;padding:3px 9px}
.pin{display:flex;gap:6px;align-items:center;flex-wrap:wrap}
.aim{display:flex;gap:14px;flex-wrap:wrap;font-size:${TYPE.small}px;color:var(--quiet);align-items:center}.aim .typed{width:7em}
.picture{margin:8px 0 0;touch-action:pan-y}.picture svg{display:block;max-width:100%;overflow:visible}
.picture text{font-size:12px;fill:var(--quiet)}.axes line{stroke:var(--rule);stroke-width:1}
.band95{fill:var(--band95)}.band80{fill:var(--band80)}.band50{fill:var(--band50)}
.median{fill:none;stroke:var(--ours);stroke-width:2.5}
.ghost{fill:none;stroke:var(--beside);stroke-width:1.5;stroke-dasharray:5 4}.ghost.thin{stroke-width:1;stroke-dasharray:2 4}
.asked{stroke:var(--asked);stroke-width:1.5}.allowed{stroke-dasharray:3 4}
.picture .end,.picture .handle text{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}.picture .end{fill:var(--ours);font-weight:bold}
.handle{cursor:move;touch-action:none}.handle circle{fill:var(--paper);stroke:var(--asked);stroke-width:3}.handle .reach{fill:transparent;stroke:none}.picture .handle text{fill:var(--asked);font-weight:bold}
.handle:focus-visible{outline:0}.handle:focus-visible circle:not(.reach){fill:var(--asked)}
.answer>section+section{margin-top:26px;padding-top:16px;border-top:1px solid var(--rule)}
.targets{position:sticky;top:0;max-height:100vh;overflow-y:auto;scrollbar-width:thin;padding:4px 4px 24px}
.rows{margin-top:8px}
.row{display:grid;grid-template-columns:minmax(0,1fr) 4.2em 3.6em;gap:0 10px;width:100%;text-align:left;border:0;border-bottom:1px solid var(--rule);border-radius:0;padding:7px 8px;background:none;align-items:center}
.row[aria-pressed=true]{background:var(--wash);box-shadow:inset 4px 0 var(--ours)}
.row .title{grid-column:1/-1;font-size:${TYPE.small}px;line-height:1.35}.row .asks{color:var(--quiet);font-size:${TYPE.label}px;grid-column:1;grid-row:2;text-align:left}
.row .scale{grid-column:1;grid-row:3;height:16px}.row .share{grid-column:2;grid-row:2/4;text-align:right;font-weight:bold}.row .change{grid-column:3;grid-row:2/4;text-align:right;font-size:${TYPE.small}px}
.scale{position:relative;display:block;background:linear-gradient(var(--rule),var(--rule)) center/100% 2px no-repeat;margin:0 6px}
.scale i{position:absolute;top:50%;left:calc(var(--at,0)*100%)}
.dot{width:12px;height:12px;margin:-6px;border-radius:50%;background:var(--ours);transition:left .15s ease-out}
.then{width:12px;height:12px;margin:-6px;border-radius:50%;border:2px solid var(--beside);transition:left .15s ease-out}
.scale .interval{left:calc(var(--from)*100%);width:calc((var(--to) - var(--from))*100%);height:6px;margin-top:-3px;background:var(--band80);border-radius:3px}
@media (prefers-reduced-motion:reduce){.dot,.then{transition:none}}
.lists{display:grid;grid-template-columns:1fr 1fr;gap:4px 28px}.lists ul{list-style:none;margin:8px 0 0;padding:0;font-size:14px}.lists li{padding:3px 0}
.ranks th,.ranks td{text-align:left;vertical-align:top;padding:6px 10px 6px 0;border-bottom:1px solid var(--rule);border-radius:0}.ranks thead th{vertical-align:bottom;line-height:1.3;font-size:12px}.ranks tbody th{white-space:normal;color:var(--ink);line-height:1.35}
.ranks table{border-spacing:0;font-size:14px;margin-top:8px}.ranks td button{min-height:28px;padding:2px 9px;font-weight:bold}.ranks.stale td{visibility:hidden}.ranks .open td{height:44px}.ranks td:nth-child(4){min-width:9.5em}.ranks td .note{display:inline-block}
.helps{margin-top:8px;font-size:14px;display:flex;gap:12px;align-items:flex-start;min-height:3em}.helps span{flex:1}.helps button{flex:none;border:0;padding:0 2px;min-height:24px;background:none;color:var(--ours);text-decoration:underline}#levers-ranked{scroll-margin-top:110px}
.choices{display:flex;flex-wrap:wrap;gap:6px 18px;margin-top:8px;font-size:${TYPE.small}px;color:var(--quiet)}.choices select{max-width:100%}.choices .typed{width:4.6em}
.costs caption{text-align:left;color:var(--quiet);padding:4px 0}td.up,td.down{white-space:nowrap}
.tiles{display:grid;grid-auto-columns:minmax(0,1fr);grid-auto-rows:minmax(64px,auto);gap:4px;margin-top:10px}.tiles.flow{grid-template-columns:repeat(auto-fill,minmax(96px,1fr))}
.tile{border-radius:4px;padding:6px 4px;text-align:center;display:flex;flex-direction:column;justify-content:center;line-height:1.3;font-size:12px;background:var(--odds1);color:var(--onPale);min-width:0;overflow-wrap:anywhere}
.tile b{font-size:14px}.tile.unlikely{background:var(--odds2)}.tile.even{background:var(--odds3)}.tile.likely{background:var(--odds4);color:var(--onDeep)}.tile.almost_certain{background:var(--odds5);color:var(--onDeep)}
.gaps label{display:block;margin:8px 0;font-size:14px;color:var(--quiet)}.gaps select{max-width:100%}
.scroll{overflow-x:auto}
table{border-collapse:separate;border-spacing:2px;width:100%;font-size:${TYPE.small}px}
th{font-weight:normal;text-align:left;color:var(--quiet)}thead th{text-align:right;padding:2px 6px}thead th:first-child{text-align:left}tbody th{padding:3px 8px 3px 0;white-space:nowrap}
td{text-align:right;padding:3px 6px;border-radius:3px}tr.all td,tr.all th{font-weight:bold;color:var(--ink)}
.lack1{background:var(--lack1)}.lack2{background:var(--lack2)}.lack3{background:var(--lack3)}.lack4{background:var(--lack4);color:var(--onDeep)}.lack5{background:var(--lack5);color:var(--onDeep)}
`

const SIZES = `
@media screen and (max-width:1400px){main{grid-template-columns:minmax(250px,300px) minmax(0,1fr) minmax(300px,350px);gap:20px 28px}.tile{font-size:11px;padding:6px 1px}}
@media screen and (max-width:1180px){main{grid-template-columns:minmax(260px,320px) minmax(0,1fr)}.targets{grid-column:2;position:static;max-height:none}.controls{grid-row:span 2}}
@media screen and (max-width:760px){
.page{padding:0 16px 32px}main{grid-template-columns:minmax(0,1fr)}.targets{grid-column:1}
.answer,.headline{display:contents}.headline>*{order:-1}.bar .plan{order:1;flex-basis:100%}.bar .tools{order:2}.bar .name{flex:1}main{gap:12px}main>.targets,.answer>section{margin-top:12px}.controls{position:static;max-height:none;overflow:visible;padding:0;margin:0;grid-row:auto}
.odds-row{position:sticky;top:0;z-index:3;background:var(--paper);margin:0 -16px;padding:8px 16px;border-bottom:1px solid var(--rule)}
h1{font-size:19px}.large{font-size:40px}.word+.note{min-height:3em}.helps{min-height:4.5em}
.ranks thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.ranks tr{display:grid;grid-template-columns:1fr;padding:8px 0;border-bottom:1px solid var(--rule)}.ranks tbody th,.ranks td{border:0;padding:1px 0}.ranks tbody th{font-weight:bold}.ranks td:nth-child(3){white-space:normal}.ranks td:not(:empty)::before{content:attr(data-label) ": ";color:var(--quiet)}.ranks td button{min-height:34px}
.lists{grid-template-columns:1fr}.tile{font-size:11px;padding:4px 1px}.tile b{font-size:12px}.tiles{gap:3px}
.answer>section+section{margin-top:0}button,select,input[type=search],input.typed{min-height:38px}.why{min-height:28px;width:28px}.lever .typed{min-height:34px}
}
@media screen and (min-width:1900px){body{font-size:17px}main{grid-template-columns:minmax(340px,420px) minmax(0,1fr) minmax(460px,620px);gap:24px 56px}.page{padding:0 40px 48px}.large{font-size:72px}h1{font-size:30px}}
@page{size:A4;margin:12mm}
@media print{
:root{color-scheme:light;${properties('light')}}
body{font-size:9.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}.page{padding:0;zoom:.78}
.differences li button,.tools,.switch,.keep,.skip,.pin button,.held,.splits,.ranks,.futures,.policies,.lever .because,.why,.curve,.targets .note,.aim,.notice:not(.lasting){display:none}
main{grid-template-columns:34% 1fr;gap:6px 18px;padding-top:8px}.controls,.targets{position:static;max-height:none;overflow:visible}
.targets{grid-column:1/-1}.rows{columns:3;column-gap:18px}.row{break-inside:avoid;padding:1px 0 1px 7px;grid-template-columns:minmax(0,1fr) 3.6em 3em}.row .title{font-size:7.5pt;line-height:1.2}.row .asks,.gaps label{display:none}.row .scale{height:9px;grid-row:2}.row .share,.row .change{grid-row:2;font-size:7.5pt}.dot,.then{width:8px;height:8px;margin:-4px}
h1{font-size:14pt}.large{font-size:30pt}.headline svg{max-height:170px}.gaps,.cities{display:none}.lever{padding:3px 0}.lists ul{font-size:8.5pt}footer{margin-top:8px;font-size:7.5pt}
}
`

export const EXPLORER_STYLE = [FRAME, CONTROLS, ANSWER, SIZES].join('').replaceAll('\n', '')
