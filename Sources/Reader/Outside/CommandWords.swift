/// Takes a command as a variable holds it apart into words, the way a person means it and without a shell.
///
/// Blanks part words; single and double quotes hold blanks together, alike. Nothing else has a meaning: no backslash, no
/// `$`, no `;` and no `*`.
enum CommandWords {
    /// Nothing where a quote is not closed. Linear.
    static func split(_ text: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case _ where scalar == quote: quote = nil
            case _ where quote != nil: word?.unicodeScalars.append(scalar)
            case "\"", "'":
                quote = scalar
                word = word ?? ""
            case " ", "\t", "\n":
                if let whole = word { words.append(whole) }
                word = nil
            case _:
                var longer = word ?? ""
                longer.unicodeScalars.append(scalar)
                word = longer
            }
        }
        guard quote == nil else { return nil }
        return words + (word.map { [$0] } ?? [])
    }

    /// The parts of a list that colons part, as `BROWSER` has it. A colon within quotes, and one before `//`, parts nothing.
    static func parts(_ text: String) -> [String] {
        var parts = [""]
        var quote: Character?
        for (index, character) in zip(text.indices, text) {
            if character == quote { quote = nil } else if quote == nil, character == "\"" || character == "'" { quote = character }
            if character == ":", quote == nil, !text[text.index(after: index)...].hasPrefix("//") {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts
    }
}
