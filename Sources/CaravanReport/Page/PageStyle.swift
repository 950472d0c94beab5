/// The style sheet of the page: for the screen, for telephones, and for A4 across.
enum PageStyle {
    static let css: StaticString = """
        :root{--ink:#1a1a1a;--dim:#555;--line:#c9c9c9;--soft:#f3f4f6;--lead:#3b528b}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:1180px;padding:20px 24px;color:var(--ink);background:#fff;line-height:1.45;font-size:14px;
        font-family:"Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","PingFang SC","Hiragino Sans GB","Microsoft YaHei",
        "WenQuanYi Micro Hei",system-ui,sans-serif;print-color-adjust:exact;-webkit-print-color-adjust:exact}
        h1{font-size:24px;line-height:1.25;margin:0 0 4px}
        h2{font-size:19px;margin:28px 0 8px;padding-bottom:4px;border-bottom:2px solid var(--lead)}
        h3{font-size:15px;margin:16px 0 6px}
        p{margin:6px 0}
        .lead{color:var(--dim)}
        .stale{border:2px solid #b42318;border-radius:4px;padding:8px 12px;margin:8px 0;color:#b42318;background:#fff4f2}
        .note,small{color:var(--dim);font-size:12px}
        nav a{display:inline-block;margin:4px 14px 4px 0;color:var(--lead)}
        section{overflow-x:auto}
        .tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));gap:10px;margin:10px 0}
        .tile{border:1px solid var(--line);border-radius:4px;padding:8px 12px;display:flex;flex-direction:column;break-inside:avoid}
        .tile strong{font-size:22px;line-height:1.3}
        .tile .label{color:var(--dim)}
        .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(340px,1fr));gap:0 28px;align-items:start}
        table{border-collapse:collapse;width:100%;margin:4px 0 12px;font-size:13px}
        thead{display:table-header-group}
        tr{break-inside:avoid}
        th,td{padding:3px 7px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
        thead th{background:var(--soft);border-bottom:1.5px solid #999;font-weight:600}
        tbody th{font-weight:500}
        .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        .heat td,.heat th.n{text-align:center;white-space:nowrap}
        .heat td{border:1px solid #fff;font-variant-numeric:tabular-nums}
        .heat .z{color:#666;background:#f7f7f7}
        .heat .sum{font-weight:600;background:none;border-bottom-color:var(--line)}
        .heat small{color:inherit;margin-left:4px;font-weight:400;font-size:11px}
        .c0{background:#fde725;color:#111}.c1{background:#5ec962;color:#111}.c2{background:#21918c;color:#111}
        .c3{background:#3b528b;color:#fff}.c4{background:#440154;color:#fff}
        .columns{columns:2 460px;column-gap:28px}
        .block{break-inside:avoid;padding-top:1px}
        .towns{break-inside:avoid}
        .grid{table-layout:fixed}
        .grid th:first-child{width:92px;white-space:nowrap}
        .grid td{border-left:1px solid var(--line)}
        .s{margin:0 0 7px;padding-left:7px;border-left:3px solid var(--lead);break-inside:avoid;font-size:12.5px;line-height:1.35;overflow-wrap:anywhere}
        .s em{font-style:normal;color:var(--dim);margin-right:8px;white-space:nowrap}
        .s span{color:var(--dim)}
        .load td.bar{width:45%}
        .bar span{display:block;height:12px;margin-top:4px;background:#e6e6e6}
        .bar i{display:block;height:12px;background:var(--lead)}
        .unheld small{display:block}
        .unheld th:nth-child(1){width:27%}.unheld th:nth-child(2){width:17%}.unheld th:nth-child(6){width:36%}
        .legend i{display:inline-block;width:22px;height:13px;margin-right:5px;vertical-align:-1px;border:1px solid #333}
        .legend i.none{background:#fff;border:1.5px dashed #b00020}
        .legend .key{display:inline-block;margin-left:14px;white-space:nowrap}
        .map{width:100%;height:auto;border:1px solid var(--line);break-inside:avoid;font-family:inherit}
        .map .in{text-anchor:middle;font-size:10.5px;font-weight:600}
        .map .lead{stroke:#555;stroke-width:.7}.map .end{fill:#fff;stroke:#333;stroke-width:.8}
        .map .county{font-weight:700;fill:#8791a6}
        @page{size:A4 landscape;margin:12mm 12mm 14mm;@bottom-right{content:counter(page) " / " counter(pages);font-size:9pt;color:#555}}
        @media print{
        body{max-width:none;padding:0;font-size:9.5pt;line-height:1.35}
        h1{font-size:14.5pt}h2{font-size:13pt;margin-top:12px}h3{font-size:10.5pt;margin:8px 0 4px}
        .tiles{grid-template-columns:repeat(4,1fr);gap:7px;margin:6px 0}
        .tile{padding:5px 9px}.tile strong{font-size:14pt}
        .note,small{font-size:8pt}
        .pair{grid-template-columns:1fr 1fr}
        .map{max-height:150mm}
        nav{display:none}
        section{overflow:visible}
        h2,h3{break-after:avoid}
        #map,#timetable,#coverage,#load,#unheld{break-before:page}
        table{font-size:8.5pt;margin:2px 0 8px}th,td{padding:1.5px 6px}
        .s{font-size:8pt;margin-bottom:4px;line-height:1.3}
        .columns{columns:2}.load .bar span,.load .bar i{height:8px}
        a{color:inherit;text-decoration:none}
        }
        @media (max-width:600px){.map{min-width:640px}body{padding:12px}.pair{grid-template-columns:1fr}.columns{columns:1}.tile strong{font-size:19px}}
        """
}
