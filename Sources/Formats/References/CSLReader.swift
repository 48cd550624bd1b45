import Articles
import Text

/// References in the JSON of the Citation Style Language, as Zotero exports them: a list of objects.
struct CSLReader {
    private let file: SourceFile
    private let limits: FormatLimits

    init(_ file: SourceFile, limits: FormatLimits) {
        self.file = file
        self.limits = limits
    }

    func readings() throws(FormatError) -> Readings {
        let value: JSONValue
        do throws(JSONParser.Failure) {
            value = try JSONParser.value(file.unmarkedBytes, options: .data)
        } catch {
            throw FormatError(file: file.name, reason: .malformed(error.problem))
        }
        var rest = (value.values ?? [value])[...]
        return Readings { [limits] in
            while let item = rest.popFirst() {
                if let article = Reference(csl: item).article(limits) { return .success(Reading(article: article)) }
            }
            return nil
        }
    }
}

extension Reference {
    fileprivate init(csl item: JSONValue) {
        func text(_ name: String) -> String? { item[name]?.string.flatMap { $0.isEmpty ? nil : $0 } }
        title = text("title").map { HTMLText.paragraphs(of: $0).joined(separator: " ") } ?? ""
        authors = (item["author"]?.values ?? item["editor"]?.values ?? []).compactMap { name in
            if let literal = name["literal"]?.string { return literal }
            let parts = ["given", "non-dropping-particle", "family"].compactMap { name[$0]?.string }
            return parts.isEmpty ? nil : parts.joined(separator: " ")
        }
        container = text("container-title")
        publisher = text("publisher")
        date = item["issued"].flatMap { Reference.date(csl: $0) }
        language = text("language")
        doi = text("DOI")
        url = text("URL")
        tags = (text("keyword") ?? "").split { $0 == "," || $0 == ";" }.map { String($0).trimmingBlanks }
        texts = [text("abstract"), text("note")].compactMap { $0 }
    }

    private static func date(csl value: JSONValue) -> ArticleDate? {
        guard let parts = value["date-parts"]?.values?.first?.values else {
            return (value["raw"]?.string ?? value["literal"]?.string).flatMap { Reference.date($0) }
        }
        // Numbers, or texts of numbers.
        let numbers = parts.compactMap { $0.integer ?? $0.string.flatMap { Int($0) } }
        guard let year = numbers.first else { return nil }
        return ArticleDate(
            year: year, month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
    }
}
