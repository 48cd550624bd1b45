/// Advertising that publishers set between paragraphs: «See Also: OnDemand | …».
package enum Promotion {
    private static let openings = [
        "see also:", "also see:", "read also:", "also read:", "lire aussi :", "lire aussi:", "voir aussi :",
        "voir aussi:", "siehe auch:", "véase también:",
        "vea también:", "vedi anche:", "veja também:", "zie ook:",
    ]

    /// Whether `text` is a line of it. Such lines are short; a paragraph that happens to begin like one is not.
    package static func isPromotion(_ text: String) -> Bool {
        guard text.utf8.count <= 400 else { return false }
        let head = String(decoding: text.utf8.prefix(24), as: UTF8.self).lowercased()
        return openings.contains { head.hasPrefix($0) }
    }
}

/// The line under a picture, which pasting leaves in the text.
package enum CaptionLine {
    private static let openings = [
        "image:", "image credit:", "(image:", "photo:", "photo credit:", "picture:", "source image:", "(photo:",
    ]

    package static func isCaption(_ text: String) -> Bool {
        guard text.utf8.count <= 300 else { return false }
        let head = String(decoding: text.utf8.prefix(16), as: UTF8.self).lowercased()
        return openings.contains { head.hasPrefix($0) }
    }
}
