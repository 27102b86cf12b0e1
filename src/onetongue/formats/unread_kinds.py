"""The kinds of text that are no prose: how they begin, or what their lines are like.

Responsible for: the table of them.
Not responsible for: comparing a text with it (not_prose.py), what such files are called
(unread_names.py), or the formats that are read (choose.py).
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class UnreadKind(NamedTuple):
    """A kind of text: its name in the plural, and what tells it, an opening or what its lines are.

    `opening` fits where the text starts. `line` fits at least `share` of the lines that are neither
    blank nor indented, and `sign` stands at least `signs` times in the text, and in `density` of
    its lines.
    """

    name: str
    opening: re.Pattern[str] | None = None
    line: re.Pattern[str] | None = None
    share: float = 1.0
    sign: re.Pattern[str] | None = None
    signs: int = 1
    density: float = 0.0


_DAY: Final = r"(?:\d{4}[-/]\d\d[-/]\d\d|\d\d[-/](?:\d\d|[A-Z][a-z]{2})[-/]\d{4}|\d\d-\d\d)"
_STAMP: Final = rf"[\[(]?(?:{_DAY}[T ,:]+)?\d\d:\d\d:\d\d(?:[.,]\d{{3,9}})?(?:\ ?(?:Z|UTC|[+-]\d\d:?\d\d))?[\])]?"
# A time stamp alone is a diary's, a chat's or a programme's too.
_LOGGED: Final = re.compile(
    rf"""^(?:
    (?:{_STAMP}[^\n]{{0,60}}?[\s\[(|<])?  # 12:00:01 [main] INFO
    [\[(<]?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE)(?:[\s:\])>|,]|$)
    |{_STAMP}\ \[(?:\w+:)?(?:debug|info|notice|warn|warning|error|crit|alert|emerg)\]  # nginx
    |[\[(]?{_DAY}[T\ ,]+\d\d:\d\d:\d\d[.,]\d{{3,9}}(?!\d|\ *-->)  # to the millisecond
    |(?:[A-Z][a-z]{{2}}\ [\ \d]\d\ \d\d:\d\d:\d\d|{_STAMP})\ \S+\ [\w./()-]+\[\d+\]:[ ]  # syslog
    |[A-Z][a-z]{{2}}\ [\ \d]\d\ \d\d:\d\d:\d\d\ \S+\ (?:kernel|systemd|CRON|sudo|su):[ ]
    |\S+\ \S+\ \S+\ \[\d\d/[A-Z][a-z]{{2}}/\d{{4}}:[^\]\n]+\]\ "  # a web server's
    |\[\ *\d+\.\d{{6}}\][ ]  # Linux
    |\[[A-Z][a-z]{{2}}\ [A-Z][a-z]{{2}}\ \d\d\ [\d:.]+\ \d{{4}}\]\ \[  # Apache
    )""",
    re.M | re.X,
)

# One program's alone: in a chat more than one says something.
_CLOCK: Final = rf"[\[(]?(?:[A-Z][a-z]{{2}}\ [A-Z][a-z]{{2}}\ [\ \d]\d\ [\d:]{{8}}(?:\ \d{{4}})?|{_DAY}[T ,]+\d\d:\d\d:\d\d)[\])]?\ "
_LOGGED_BY_ONE: Final = re.compile(
    rf"{_CLOCK}(?P<by>[a-z][\w.-]*)(?:\[\d+\])?:\ .*\n(?:{_CLOCK}(?P=by)(?:\[\d+\])?:\ .*(?:\n|\Z)){{2,}}"
)

_KEY: Final = r"[\"']?[A-Za-z_$][\w$./-]*[\"']?"
# A key under a key, or two keys of one item: "Marie: salut" is a dialogue, and "- deux œufs" a recipe.
_NESTED: Final = re.compile(
    r"""^(?P<key>\ *)(?:-\ )?[a-z][\w.-]*:(?:\ *\#.*)?\n
        (?=(?P=key)(?:\ +|\ *-\ )["']?[a-z][\w.-]*["']?:(?:\ |$))
    |^(?P<item>\ *)-\ [a-z][\w.-]*:\ \S.*\n(?=(?P=item)\ \ [a-z][\w.-]*:(?:\ |$))""",
    re.M | re.X,
)
_SECTION: Final = re.compile(
    r"^\[[^\]\n]+\]\]?[ \t]*(?:#.*)?\n(?:[ \t]*[#;].*\n)*[ \t]*[\w.\"'-]+[ \t]*=", re.M
)
# "chat = cat" is a glossary.
_SETTING: Final = re.compile(
    r"^(?:export )?(?:[A-Za-z_]\w*[._-][\w.-]*[ \t]*=|[A-Z][A-Z0-9_]*=|[\w.-]+==\d)", re.M
)

_STATEMENT_OF_SQL: Final = re.compile(
    r"""^(?:(?:CREATE|ALTER|DROP|GRANT)\ [A-Z]+\ |SELECT\ [^;]{1,400}\sFROM\s|UPDATE\ \S+\sSET\ |DELETE\ FROM\ \S
    |(?i:(?:create|alter|drop)\ table\ |insert\ into\ \S+\s*(?:\(|values)))(?=[^;]*;[ \t]*(?:--.*)?$)""",
    re.M | re.X,
)
# What prose neither ends nor begins with: "{", "});", "f(x);", "x = 1;", "a { b: c }", "#include <".
_BRACED: Final = re.compile(
    r"""^(?!\s*[-*•]\ )[^\n]*(?:\{|[\w)("'\]]\);)[ \t]*(?://.*|/\*.*)?$
    |^\s*\}[\s);,]*(?:else\b.*)?$
    |^\s*[\w.\[\]>*&\ -]+\ [-+*/|&]?=\ [^;\n]+;$
    |^[^{}\n]+\{[^{}\n]*:[^{}\n]*\}$
    |^\s*\#[ \t]*(?:include\ [<"]|define\ \w+|ifn?def\ \w+|endif\b)
    |^\s*(?:import|using|package|use)\ [\w.:*{},\ ]+;$""",
    re.M | re.X,
)
_BRACED_LINE: Final = re.compile(
    r"""//|[*\#}{]|[^\n]*[;{}()\\]$|@\w
    |(?:public|private|protected|static|const|let|var|func|function|fn|impl|struct|class|import|package
    |using|namespace|export|type|use|pub|int|void|typedef|extern)\b""",
    re.X,
)
# Python, and the lines of Ruby, shell, Lua and CMake that are like its.
_INDENTING: Final = re.compile(
    r"""^\s*(?:(?:async\ )?def\ [\w.]+[?!]?(?:\(.*)?|class\ \w+(?:\s*[(<].*)?:?
    |import\ \w+(?:\.\w+)*(?:\ as\ \w+)?|from\ [.\w]+\ import\ [\w(*,\ ]+
    |(?:if|elif|while|with|except)\ .*[.()\[\]=<>_"'].*:|for\ \w+(?:,\ \w+)*\ in\ .*:|else:|try:|finally:
    |return(?:\ \w+|\ [(\[{"'-].*|\ .*[.()\[\]=_].*)?|raise\ \w+(?:\(.*)?
    |@\w+(?:\.\w+)*\(.*|@\w+(?:\.\w+)+|@(?:property|(?:static|class)method|cache|dataclass|overload|override)
    |[\w.\[\]"']+(?:,\ \w+)*(?::\ [\w.\[\],\ ]+)?\ [-+*/|]?=\ (?:[\[({"'\d-]|\w+[.(\[]|True|False|None).*
    |self\.\w+.*|\w+(?:\.\w+)*\(.*\)
    |(?:if|while)\ \[.*|(?:echo|printf|export|local)\ ["'$-].*|(?:end|fi|done|esac|then|do))[ \t]*(?:\#.*)?$""",
    re.M | re.X,
)
_INDENTING_LINE: Final = re.compile(rf"[#)\]}}]|{_INDENTING.pattern}", re.M | re.X)

# Of files whose suffix had been taken away these are refused: of prose and manuals none of 200 008
# passages of corpora, 1 330 of news, 2 348 READMEs, licences and lists of changes and 443 files of
# Markdown, one of 8 058 of reStructuredText, and of 2 485 .txt the 106 that are settings or Python; of
# SQL 97 %, .h 96, INI 95, .c and YAML 93, Python 92, JavaScript and CSS 85, properties 62 (the rest are a
# line or two, or hardly more than comments). What is not refused is looked at block by block, as the
# code in a text is. If indented lines counted, 143 of 400 of reStructuredText that show commands were
# refused.
KINDS: Final = (
    UnreadKind("XML", re.compile(r"<\?xml\s")),
    UnreadKind("PHP", re.compile(r"<\?php\b")),
    UnreadKind("RTF", re.compile(r"\{\\rtf\d")),
    UnreadKind("TeX", re.compile(r"(?:%.*\n)*\\document(?:class|style)\b")),
    UnreadKind("AsciiDoc", re.compile(r"= \S.*\n(?:.+\n){0,2}?:!?[\w-]+:(?: |\n)")),
    UnreadKind("PO files", re.compile(r'(?:#.*\n)*msgid ".*"\n(?:".*"\n)*msgstr "')),
    UnreadKind(
        "patches",
        re.compile(
            r"""diff\ --git\ \S+\ \S+\n|From\ [0-9a-f]{40}[ ]
            |(?:(?:diff|Index:)\ .*\n(?:=+\n)?)?---\ \S.*\n\+\+\+\ \S.*\n@@\ -\d""",
            re.X,
        ),
    ),
    UnreadKind("logs", _LOGGED_BY_ONE, line=_LOGGED, share=0.5, sign=_LOGGED, signs=3),
    UnreadKind(
        "YAML",
        re.compile(r"%YAML \d"),
        line=re.compile(rf"#|-(?: |$)|---|\.\.\.$|{_KEY}:(?: |$)|[\]}}]"),
        share=0.9,
        sign=_NESTED,
        signs=2,
    ),
    UnreadKind(
        "TOML and INI",
        line=re.compile(
            r"[#;]|\[\[?[^\]]+\]\]?\s*(?:[#;].*)?$|[\w.\"'-]+\s*=|[\"'\]}),]|[^\s,]+,$"
        ),
        share=0.9,
        sign=_SECTION,
    ),
    UnreadKind(
        "settings",
        line=re.compile(rf"[#;!]|(?:export )?{_KEY}\s*="),
        sign=_SETTING,
        signs=3,
    ),
    UnreadKind(
        "SQL",
        line=re.compile(
            r"--|[#)\\]|[^\n]*[;,(]$|[A-Z]{2,}\b|(?:insert|create|drop|alter|select|update|delete|values|from|where) "
        ),
        share=0.9,
        sign=_STATEMENT_OF_SQL,
    ),
    UnreadKind("program code", line=_BRACED_LINE, share=0.7, sign=_BRACED, signs=3, density=0.1),
    UnreadKind(
        "program code", line=_INDENTING_LINE, share=0.7, sign=_INDENTING, signs=3, density=0.1
    ),
)
