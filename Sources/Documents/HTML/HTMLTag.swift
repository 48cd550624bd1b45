import CGumbo

/// The kind of an element, as Gumbo numbers it, and what it means to the reader.
struct HTMLTag: Hashable, RawRepresentable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ tag: GumboTag) { rawValue = UInt8(truncatingIfNeeded: tag.rawValue) }

    /// Stands for a text node, which has no tag.
    static var text: HTMLTag { HTMLTag(rawValue: 255) }
    static var unknown: HTMLTag { HTMLTag(GUMBO_TAG_UNKNOWN) }
    static var html: HTMLTag { HTMLTag(GUMBO_TAG_HTML) }
    static var head: HTMLTag { HTMLTag(GUMBO_TAG_HEAD) }
    static var title: HTMLTag { HTMLTag(GUMBO_TAG_TITLE) }
    static var base: HTMLTag { HTMLTag(GUMBO_TAG_BASE) }
    static var link: HTMLTag { HTMLTag(GUMBO_TAG_LINK) }
    static var meta: HTMLTag { HTMLTag(GUMBO_TAG_META) }
    static var script: HTMLTag { HTMLTag(GUMBO_TAG_SCRIPT) }
    static var body: HTMLTag { HTMLTag(GUMBO_TAG_BODY) }
    static var article: HTMLTag { HTMLTag(GUMBO_TAG_ARTICLE) }
    static var section: HTMLTag { HTMLTag(GUMBO_TAG_SECTION) }
    static var nav: HTMLTag { HTMLTag(GUMBO_TAG_NAV) }
    static var aside: HTMLTag { HTMLTag(GUMBO_TAG_ASIDE) }
    static var header: HTMLTag { HTMLTag(GUMBO_TAG_HEADER) }
    static var footer: HTMLTag { HTMLTag(GUMBO_TAG_FOOTER) }
    static var main: HTMLTag { HTMLTag(GUMBO_TAG_MAIN) }
    static var form: HTMLTag { HTMLTag(GUMBO_TAG_FORM) }
    static var h1: HTMLTag { HTMLTag(GUMBO_TAG_H1) }
    static var h2: HTMLTag { HTMLTag(GUMBO_TAG_H2) }
    static var p: HTMLTag { HTMLTag(GUMBO_TAG_P) }
    static var div: HTMLTag { HTMLTag(GUMBO_TAG_DIV) }
    static var span: HTMLTag { HTMLTag(GUMBO_TAG_SPAN) }
    static var pre: HTMLTag { HTMLTag(GUMBO_TAG_PRE) }
    static var blockquote: HTMLTag { HTMLTag(GUMBO_TAG_BLOCKQUOTE) }
    static var ol: HTMLTag { HTMLTag(GUMBO_TAG_OL) }
    static var ul: HTMLTag { HTMLTag(GUMBO_TAG_UL) }
    static var li: HTMLTag { HTMLTag(GUMBO_TAG_LI) }
    static var dl: HTMLTag { HTMLTag(GUMBO_TAG_DL) }
    static var dd: HTMLTag { HTMLTag(GUMBO_TAG_DD) }
    static var figure: HTMLTag { HTMLTag(GUMBO_TAG_FIGURE) }
    static var figcaption: HTMLTag { HTMLTag(GUMBO_TAG_FIGCAPTION) }
    static var a: HTMLTag { HTMLTag(GUMBO_TAG_A) }
    static var q: HTMLTag { HTMLTag(GUMBO_TAG_Q) }
    static var time: HTMLTag { HTMLTag(GUMBO_TAG_TIME) }
    static var br: HTMLTag { HTMLTag(GUMBO_TAG_BR) }
    static var hr: HTMLTag { HTMLTag(GUMBO_TAG_HR) }
    static var img: HTMLTag { HTMLTag(GUMBO_TAG_IMG) }
    static var input: HTMLTag { HTMLTag(GUMBO_TAG_INPUT) }
    static var table: HTMLTag { HTMLTag(GUMBO_TAG_TABLE) }
    static var caption: HTMLTag { HTMLTag(GUMBO_TAG_CAPTION) }
    static var thead: HTMLTag { HTMLTag(GUMBO_TAG_THEAD) }
    static var tr: HTMLTag { HTMLTag(GUMBO_TAG_TR) }
    static var td: HTMLTag { HTMLTag(GUMBO_TAG_TD) }
    static var th: HTMLTag { HTMLTag(GUMBO_TAG_TH) }
    static var address: HTMLTag { HTMLTag(GUMBO_TAG_ADDRESS) }
    static var strong: HTMLTag { HTMLTag(GUMBO_TAG_STRONG) }
    static var b: HTMLTag { HTMLTag(GUMBO_TAG_B) }

    /// 1 to 6 for a heading.
    var headingLevel: Int? {
        let first = Self.h1.rawValue
        return rawValue >= first && rawValue < first + 6 ? Int(rawValue - first) + 1 : nil
    }
}

/// What an element does to the text in it.
struct HTMLRole: OptionSet {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Begins and ends on a line of its own.
    static let block = HTMLRole(rawValue: 1)
    /// Never holds text for the reader: scripts, controls, embedded things.
    static let leftOut = HTMLRole(rawValue: 2)
    static let emphasis = HTMLRole(rawValue: 4)
    static let strong = HTMLRole(rawValue: 8)
    static let code = HTMLRole(rawValue: 16)
    static let strikethrough = HTMLRole(rawValue: 32)
    static let link = HTMLRole(rawValue: 64)

    /// By tag.
    static let table: [HTMLRole] = {
        var table = [HTMLRole](repeating: [], count: 256)
        for (role, tags) in roles {
            for tag in tags { table[Int(HTMLTag(tag).rawValue)].insert(role) }
        }
        return table
    }()

    private static let roles: [(HTMLRole, [GumboTag])] = [
        (
            .block,
            [
                GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_ARTICLE, GUMBO_TAG_SECTION, GUMBO_TAG_NAV, GUMBO_TAG_ASIDE,
                GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6, GUMBO_TAG_HGROUP,
                GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER, GUMBO_TAG_ADDRESS, GUMBO_TAG_P, GUMBO_TAG_HR, GUMBO_TAG_PRE,
                GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_OL, GUMBO_TAG_UL, GUMBO_TAG_LI, GUMBO_TAG_DL, GUMBO_TAG_DT,
                GUMBO_TAG_DD, GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_MAIN, GUMBO_TAG_DIV, GUMBO_TAG_TABLE,
                GUMBO_TAG_CAPTION, GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT, GUMBO_TAG_TR, GUMBO_TAG_TD,
                GUMBO_TAG_TH, GUMBO_TAG_FORM, GUMBO_TAG_FIELDSET, GUMBO_TAG_LEGEND, GUMBO_TAG_DETAILS,
                GUMBO_TAG_SUMMARY, GUMBO_TAG_MENU, GUMBO_TAG_DIR, GUMBO_TAG_CENTER, GUMBO_TAG_LISTING, GUMBO_TAG_XMP,
                GUMBO_TAG_PLAINTEXT, GUMBO_TAG_MULTICOL,
            ]
        ),
        (
            .leftOut,
            [
                GUMBO_TAG_HEAD, GUMBO_TAG_TITLE, GUMBO_TAG_BASE, GUMBO_TAG_LINK, GUMBO_TAG_META, GUMBO_TAG_STYLE,
                GUMBO_TAG_SCRIPT, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_IFRAME, GUMBO_TAG_EMBED,
                GUMBO_TAG_OBJECT, GUMBO_TAG_VIDEO, GUMBO_TAG_AUDIO, GUMBO_TAG_CANVAS, GUMBO_TAG_MAP, GUMBO_TAG_INPUT,
                GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT, GUMBO_TAG_DATALIST, GUMBO_TAG_OPTGROUP, GUMBO_TAG_OPTION,
                GUMBO_TAG_TEXTAREA, GUMBO_TAG_LABEL, GUMBO_TAG_LEGEND, GUMBO_TAG_KEYGEN, GUMBO_TAG_PROGRESS, GUMBO_TAG_METER, GUMBO_TAG_APPLET,
                GUMBO_TAG_FRAME, GUMBO_TAG_FRAMESET, GUMBO_TAG_NOFRAMES, GUMBO_TAG_NOEMBED, GUMBO_TAG_RT, GUMBO_TAG_RP,
                GUMBO_TAG_RTC, GUMBO_TAG_SVG, GUMBO_TAG_ANNOTATION_XML,
            ]
        ),
        (.emphasis, [GUMBO_TAG_EM, GUMBO_TAG_I, GUMBO_TAG_CITE, GUMBO_TAG_DFN, GUMBO_TAG_VAR]),
        (.strong, [GUMBO_TAG_STRONG, GUMBO_TAG_B]),
        (.code, [GUMBO_TAG_CODE, GUMBO_TAG_KBD, GUMBO_TAG_SAMP, GUMBO_TAG_TT]),
        (.strikethrough, [GUMBO_TAG_DEL, GUMBO_TAG_S, GUMBO_TAG_STRIKE]),
        (.link, [GUMBO_TAG_A]),
    ]
}

extension HTMLTag {
    var role: HTMLRole { HTMLRole.table[Int(rawValue)] }
    var isBlock: Bool { role.contains(.block) }
}
