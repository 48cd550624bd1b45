/// A file as text: UTF-8 with line feeds only, whatever it was before.
struct SourceText {
    let name: String
    /// Valid UTF-8. Lines end with LF.
    let bytes: [UInt8]
    /// What decoding had to guess or repair.
    let notes: [FormatNote]
    let modified: Int64?

    init(name: String, bytes: [UInt8], notes: [FormatNote], modified: Int64?) {
        self.name = name
        self.bytes = bytes
        self.notes = notes
        self.modified = modified
    }

    init(_ file: SourceFile, limits: FormatLimits) throws(FormatError) {
        guard !file.bytes.isEmpty else { throw FormatError(file: file.name, reason: .empty) }
        guard file.bytes.count <= limits.fileSize else {
            throw FormatError(file: file.name, reason: .tooLarge(size: file.bytes.count, limit: limits.fileSize))
        }
        let decoded: DecodedText
        do {
            decoded = try DecodedText(file.bytes)
        } catch {
            throw FormatError(file: file.name, reason: .notText(offset: error.offset))
        }
        let bytes = LineEnds.unified(decoded.bytes)
        guard bytes.contains(where: { $0 != 0x0A && !Bytes.isBlank($0) }) else {
            throw FormatError(file: file.name, reason: .blank)
        }
        self.name = file.name
        self.bytes = bytes
        self.modified = file.modified
        notes = decoded.notes.map { FormatNote(file: file.name, reason: $0) }
    }
}
