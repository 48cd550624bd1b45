import Formats

/// Names of people as feeds have them: `name@example.com (A Name)`, `A Name <name@example.com>`, `By A Name and B Name`.
enum FeedPeople {
    /// The names of `people`, authors before contributors, each once.
    static func names(_ people: [FeedEntry.Person], _ limits: FormatLimits) -> [String] {
        let own = people.filter { !$0.isSpare }
        let chosen = own.contains(where: { $0.role != .contributor }) ? own : people
        let authors = chosen.filter { $0.role != .contributor }
        let contributors = chosen.filter { $0.role == .contributor }
        var names: [String] = []
        for name in (authors + contributors).flatMap({ Self.names($0, limits) }) where !names.contains(name) {
            names.append(name)
        }
        return names
    }

    private static func names(_ person: FeedEntry.Person, _ limits: FormatLimits) -> [String] {
        let name = EntryText.field(EntryText.decoded(person.name), limits)
        if !name.isEmpty { return [name] }
        let text = EntryText.field(EntryText.decoded(person.text), limits)
        let email = EntryText.field(person.email, limits)
        guard !text.isEmpty else { return email.isEmpty ? [] : [email] }
        if let found = nameBesideAddress(text) { return [found] }
        if let names = Byline.names(afterPrefixIn: text) { return names }
        // A comma may belong to one name («Smith, John»; «Example Ltd, London»): only full names are told apart.
        if let names = Byline.names(text), names.count > 1, names.allSatisfy({ $0.contains(" ") }) { return names }
        return [text]
    }

    /// What beside an address of mail is no address.
    private static func nameBesideAddress(_ text: String) -> String? {
        guard text.contains("@") else { return nil }
        let words = text.split { $0 == " " || "()<>[]\"".contains($0) }.filter { !$0.isEmpty }
        let rest = words.filter { !isAddress($0) }.joined(separator: " ")
        return rest.isEmpty || rest == text ? nil : rest
    }

    private static func isAddress(_ word: Substring) -> Bool {
        let word = word.hasPrefix("mailto:") ? word.dropFirst(7) : word
        guard let sign = word.firstIndex(of: "@") else { return false }
        return sign != word.startIndex && word[sign...].contains(".")
    }
}
