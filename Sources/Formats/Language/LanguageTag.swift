/// Language tags as sources write them, made BCP 47 where they can be.
package enum LanguageTag {
    /// `en_US` becomes `en-US`, `English` becomes `en`; nothing where the value is no tag.
    package static func normalised(_ value: String) -> String? {
        let value = value.trimmingBlanks
        if let tag = names[value.lowercased()] { return tag }
        let parts = value.split { $0 == "-" || $0 == "_" }
        guard let first = parts.first, (2...3).contains(first.utf8.count), value.utf8.count <= 35,
            parts.allSatisfy({ $0.utf8.count <= 8 && $0.utf8.allSatisfy { Bytes.isLetter($0) || Bytes.isDigit($0) } }),
            first.utf8.allSatisfy({ Bytes.isLetter($0) })
        else { return nil }
        let rest = parts.dropFirst().map { part in
            switch part.utf8.count {
            case 2: part.uppercased()
            case 4 where part.utf8.allSatisfy({ Bytes.isLetter($0) }):
                part.prefix(1).uppercased() + part.dropFirst().lowercased()
            default: part.lowercased()
            }
        }
        return ([first.lowercased()] + rest).joined(separator: "-")
    }

    private static let names: [String: String] = [
        "english": "en", "french": "fr", "français": "fr", "german": "de", "deutsch": "de", "spanish": "es",
        "español": "es", "italian": "it",
        "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl", "nederlands": "nl", "russian": "ru",
        "русский": "ru", "arabic": "ar",
        "chinese": "zh", "japanese": "ja", "korean": "ko", "swedish": "sv", "danish": "da", "norwegian": "no",
        "finnish": "fi", "turkish": "tr",
        "polish": "pl", "ukrainian": "uk",
    ]
}
