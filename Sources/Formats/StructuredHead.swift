/// The beginning of a text that is no prose: markup, mail, data, references.
struct StructuredHead {
    private let bytes: [UInt8]
    private let file: SourceFile
    private let suffix: FileFormat?

    /// `bytes` is the beginning of `file`, as text; `suffix` the format that its name promises.
    init(_ bytes: [UInt8], _ file: SourceFile, _ suffix: FileFormat?) {
        self.bytes = bytes
        self.file = file
        self.suffix = suffix
    }

    /// What it is; nothing where it is prose.
    var format: SniffedFormat? {
        let body = bytes.drop { $0 == 0x0A || Bytes.isBlank($0) }
        switch body.first {
        case nil: return nil
        case UInt8(ascii: "<"): return MarkupHead(body, suffix).format
        case UInt8(ascii: "{"), UInt8(ascii: "["): return DataHead(body, file, suffix).format
        case UInt8(ascii: "@"), UInt8(ascii: "%"): return references(body) ?? mail
        default: return table(body) ?? references(body) ?? mail ?? MarkupHead(body, suffix).loosePage
        }
    }

    private var mail: SniffedFormat? { MailHead(bytes, suffix).format.map { .readable($0) } }

    // MARK: References

    private static let entryTypes: Set<String> = [
        "article", "book", "booklet", "collection", "conference", "dataset", "electronic", "inbook", "incollection",
        "inproceedings", "jurisdiction", "legislation", "manual", "mastersthesis", "mvbook", "misc", "online", "patent",
        "periodical", "phdthesis", "proceedings", "report", "software", "string", "preamble", "comment", "techreport",
        "thesis", "unpublished", "www",
    ]

    /// `TY  - JOUR` (RIS) or `@article{` (BibTeX) as the first line that is no remark.
    private func references(_ body: ArraySlice<UInt8>) -> SniffedFormat? {
        for line in body.split(separator: 0x0A, maxSplits: 50).prefix(50) {
            let line = Bytes.trimmed(line)
            if line.isEmpty || line.first == UInt8(ascii: "%") { continue }
            if isRISStart(line) { return .readable(.ris) }
            guard line.first == UInt8(ascii: "@"), let brace = line.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "(") })
            else { return nil }
            let type = Bytes.string(Bytes.lowercased(Bytes.trimmed(line[(line.startIndex + 1)..<brace])))
            return Self.entryTypes.contains(type) ? .readable(.bibTeX) : nil
        }
        return nil
    }

    private func isRISStart(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: Array("TY".utf8)) else { return false }
        return Bytes.trimmed(line.dropFirst(2)).first == UInt8(ascii: "-") && Bytes.isBlank(line[line.startIndex + 2])
    }

    // MARK: Tables

    /// The head lines of the tables that Pocket and Instapaper export.
    private static let tableHeads = ["title,url,time_added", "url,title,selection,folder"]

    private func table(_ body: ArraySlice<UInt8>) -> SniffedFormat? {
        let line = Bytes.lowercased(body.prefix(200).prefix { $0 != 0x0A }).filter { $0 != UInt8(ascii: "\"") }
        return Self.tableHeads.contains { line.starts(with: Array($0.utf8)) } ? .readable(.readingList) : nil
    }
}
