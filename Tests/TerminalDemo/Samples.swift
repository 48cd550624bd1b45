import Terminal

/// What the scenes show.
enum Samples {
    static let styles = [
        Style(foreground: Colour(0xFF0000)),
        Style(background: Colour(0x00005F)),
        Style(foreground: Colour(0x585858), background: Colour(0x181818)),
        Style(foreground: Colour(0xFFFFFF), background: Colour(0x000000), attributes: .bold),
        Style(attributes: .underline),
        Style(attributes: .reverse),
        Style(attributes: .italic),
        Style(foreground: Colour(0x00FF00), attributes: .dim),
    ]

    static let hostile = [
        "c0 \u{7}\u{8}\u{9}\u{A}\u{D}\u{1B}[2J\u{1B}[31mred\u{1B}c",
        "osc \u{1B}]0;title\u{7}\u{1B}]52;c;aGFja2Vk\u{1B}\\\u{1B}]8;;http://example.org\u{1B}\\link",
        "dcs \u{1B}P$q\"p\u{1B}\\ apc \u{1B}_x\u{1B}\\ pm \u{1B}^x\u{1B}\\",
        "c1 \u{9B}2J \u{9D}0;t\u{9C} \u{90}x\u{9C} \u{85}",
        "bidi \u{202E}gnp.exe\u{202C} \u{2066}iso\u{2069} \u{200F}",
        "zero \u{200B}wide\u{FEFF} tags \u{E0041}\u{E0042} del \u{7F}",
        "marks a" + String(repeating: "\u{301}", count: 40) + " after",
    ]

    static let clusters = [
        "👨\u{200D}👩\u{200D}👧", "🇩🇪", "❤\u{FE0F}", "1\u{FE0F}\u{20E3}", "👍🏽", "日本", "e\u{301}", "한", "नि", "🙂",
    ]

    /// A line of a long text, different from the others.
    static func line(_ number: Int) -> String {
        let words = ["fraud", "treaty", "passage", "evidence", "court", "data", "request", "offence", "police", "court"]
        let line = (0..<24).map { words[abs(number &* 7 &+ $0 &* $0 &* (number & 15)) % words.count] }
        return "\(number) " + line.joined(separator: " ")
    }
}
