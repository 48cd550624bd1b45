import Text

/// What stands before a list item.
enum ListMarker {
    /// A longer one is no marker, and a bullet is drawn.
    private static let widest = 8

    static func text(of marker: String?, glyphs: Glyphs) -> String {
        guard let marker, !isBullet(marker) else { return glyphs[.bullet] }
        let text = Printable.visible(marker)
        return text.isEmpty || DisplayWidth.of(text) > widest ? glyphs[.bullet] : text
    }

    static func columns(of marker: String?) -> Int {
        DisplayWidth.of(text(of: marker, glyphs: .unicode))
    }

    private static func isBullet(_ marker: String) -> Bool {
        marker == "•" || marker == "*" || marker == "-" || marker == "+"
    }
}
