// A stand-in for `Text` until it is there; replaced before release.
enum StandIn {
    static func visible(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map {
            $0.value < 0x20 ? Unicode.Scalar(0x2400 + $0.value) ?? "?" : $0.properties.generalCategory == .control || $0.properties.generalCategory == .format && $0.value != 0x200D ? "\u{FFFD}" : $0
        }))
    }

    static func width(_ character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        let wide = (0x1100...0x115F).contains(first.value) || (0x2E80...0xA4CF).contains(first.value)
            || (0xAC00...0xD7A3).contains(first.value) || (0xFF01...0xFF60).contains(first.value)
            || first.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}")
        return wide ? 2 : 1
    }
}
