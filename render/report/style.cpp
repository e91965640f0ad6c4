#include "render/report/style.hpp"

namespace evac::render {

// Colours have a contrast of at least 4.5 to their ground (WCAG 2.1, 1.4.3). Fonts are those that
// Windows, macOS and Linux bring along for Chinese; nothing is fetched.
const std::string_view report_style = R"css(
:root{--ink:#202124;--soft:#5f6368;--line:#dadce0;--ground:#f6f7f9;--good:#006b34;--warn:#8a4b00;--bad:#b3261e;--blue:#1f3a5f}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 "Segoe UI","Helvetica Neue",Arial,"Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","PingFang SC","Hiragino Sans GB","Microsoft YaHei","WenQuanYi Micro Hei",sans-serif}
.pick{position:absolute;opacity:0}
.switch{position:absolute;top:16px;right:24px;z-index:1;font-size:13px}
.switch label{display:inline-block;padding:3px 12px;border:1px solid #fff;color:#fff;cursor:pointer}
.switch label:first-child{border-radius:4px 0 0 4px}
.switch label:last-child{border-radius:0 4px 4px 0;border-left:0}
#language-en:checked~.switch label[for=language-en],#language-zh:checked~.switch label[for=language-zh]{background:#fff;color:var(--blue)}
#language-en:focus-visible~.switch,#language-zh:focus-visible~.switch{outline:2px solid #fff}
#language-en:checked~.page [lang|=zh],#language-zh:checked~.page [lang|=en]{display:none}
header{background:var(--blue);color:#fff;padding:20px max(24px,calc(50vw - 536px)) 18px}
header h1{margin:0 150px 2px 0;font-size:25px;line-height:1.25;overflow-wrap:anywhere}
header p{margin:0;color:#dfe7f1}
main{max-width:1120px;margin:0 auto;padding:20px 24px 48px}
section{margin:0 0 28px}
h2{font-size:19px;margin:0 0 10px;color:var(--blue);border-bottom:2px solid var(--blue);padding-bottom:3px}
h3{font-size:16px;margin:0 0 6px}
.verdict{background:#fff;border:1px solid var(--line);border-left:8px solid var(--blue);border-radius:4px;padding:12px 18px;font-size:20px;font-weight:600;margin:0 0 14px}
.verdict.good{border-left-color:var(--good)}.verdict.attention{border-left-color:var(--warn)}.verdict.bad{border-left-color:var(--bad)}
.verdict.good b{color:var(--good)}.verdict.attention b{color:var(--warn)}.verdict.bad b{color:var(--bad)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(165px,1fr));gap:12px;margin:0 0 16px;padding:0}
.figure{background:#fff;border:1px solid var(--line);border-radius:4px;padding:10px 14px}
.figure dt{color:var(--soft);font-size:13px}
.figure dd{margin:0}
.figure .value{font-size:26px;font-weight:600;line-height:1.25;font-variant-numeric:tabular-nums}
.figure.alarming .value{color:var(--bad)}
.figure .note{color:var(--soft);font-size:13px}
.worst{background:#fff;border:1px solid var(--line);border-radius:4px;padding:12px 18px}
.worst ol{margin:0;padding-left:22px}
.worst li{padding:4px 0}
.worst li b{display:block}
.todo{color:var(--good)}
.card{background:#fff;border:1px solid var(--line);border-left:6px solid var(--soft);border-radius:4px;padding:12px 16px;margin:0 0 14px;display:flex;gap:18px;align-items:flex-start}
.card.S1{border-left-color:var(--bad)}.card.S2{border-left-color:#b84500}.card.S3{border-left-color:var(--warn)}
.card>div{flex:1 1 0;min-width:0}
.card figure{flex:0 0 44%;margin:0}
.badge{display:inline-block;border-radius:3px;padding:1px 8px;font-size:12px;font-weight:600;color:#fff;background:var(--soft);margin-right:8px}
.badge.S1{background:var(--bad)}.badge.S2{background:#b84500}.badge.S3{background:var(--warn)}
.where{margin:0;color:var(--soft);font-size:13px;overflow-wrap:anywhere}
.numbers{display:grid;grid-template-columns:max-content 1fr;gap:2px 14px;margin:8px 0}
.numbers dt,.facts dt{color:var(--soft)}
.numbers dd,.facts dd{margin:0;overflow-wrap:anywhere}
.facts{display:grid;grid-template-columns:minmax(150px,max-content) 1fr;gap:4px 18px;background:#fff;border:1px solid var(--line);border-radius:4px;padding:12px 16px;margin:0}
table{border-collapse:collapse;width:100%;background:#fff;font-size:14px;border:1px solid var(--line)}
caption{text-align:left;font-weight:600;font-size:16px;padding:0 0 6px}
th,td{padding:6px 10px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead th{background:#e8edf4;color:var(--blue);border-bottom:2px solid var(--blue);overflow-wrap:normal}
tbody th{font-weight:600}
tbody th a{color:var(--blue)}
tr.alarm td:last-child{color:var(--bad);font-weight:600}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.note{color:var(--soft);font-size:13px}
.table{margin:0 0 22px;overflow-x:auto}
.table p{margin:6px 0 0}
img{display:block;max-width:100%;height:auto}
.picture{background:#fff;border:1px solid var(--line);border-radius:4px;padding:8px;margin:0 0 16px}
figcaption{color:var(--soft);font-size:13px;padding-top:4px}
footer{max-width:1120px;margin:0 auto;padding:0 24px 24px;color:var(--soft);font-size:12px}
@media (max-width:700px){.card{display:block}.card figure{margin-top:10px}.facts,.numbers{grid-template-columns:1fr}}
@page{size:A4;margin:14mm 12mm 16mm}
@media print{
body{background:#fff;font-size:10pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.switch,.pick{display:none}
header{background:#fff;color:var(--ink);padding:0 0 6pt;border-bottom:2pt solid var(--blue)}
header h1{font-size:17pt;margin-right:0}header p{color:var(--soft)}
main{padding:8pt 0 0;max-width:none}footer{padding:0;max-width:none}
section{margin-bottom:12pt}
h2,h3,caption{break-after:avoid}
.card,.figure,.verdict,.worst li,.picture,tr,.facts dt,.facts dd{break-inside:avoid}
.table.short{break-inside:avoid}
thead{display:table-header-group}
table{font-size:9pt}
.table{overflow:visible}
.figures{grid-template-columns:repeat(4,1fr);gap:6pt}.figure .value{font-size:15pt}
.verdict{font-size:14pt}
.picture img{max-height:225mm;margin:0 auto}
}
)css";

}  // namespace evac::render
