/// Kinds of file that are recognised in order to say so.
public enum ForeignKind: String, Hashable, Sendable, Codable, CaseIterable {
    case xml, data, archive, image, sound, program, database

    /// The kind as the end of a sentence, with its article.
    var phrase: String {
        switch self {
        case .xml: "an XML document, and neither a page nor a feed"
        case .data: "data in JSON"
        case .archive: "a packed archive"
        case .image: "an image"
        case .sound: "a sound or film"
        case .program: "a program"
        case .database: "a database"
        }
    }

    var remedy: String {
        switch self {
        case .xml: "save the article as text or Markdown"
        case .archive: "unpack it and save its articles as text or Markdown"
        case .data, .image, .sound, .program, .database: "nothing is to be done unless it should hold an article"
        }
    }

    /// Whether a folder of articles commonly holds such files beside them, so that a sync passes them over without a
    /// complaint.
    public var isCompanion: Bool {
        switch self {
        case .data, .image, .sound, .program, .database: true
        case .xml, .archive: false
        }
    }
}

extension ForeignKind {
    /// The kind whose files begin with these bytes.
    init?(magicOf bytes: some Collection<UInt8>) {
        let head = Array(bytes.prefix(16))
        guard let kind = Self.magic.first(where: { head.starts(with: $0.bytes) })?.kind else {
            guard head.count >= 12, Array(head[4..<8]) == Array("ftyp".utf8) else { return nil }
            self = .sound
            return
        }
        self = kind
    }

    private static let magic: [(bytes: [UInt8], kind: ForeignKind)] = [
        ([0x50, 0x4B, 0x03, 0x04], .archive), ([0x1F, 0x8B], .archive), (Array("BZh".utf8), .archive),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .archive), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
        ([0x28, 0xB5, 0x2F, 0xFD], .archive), (Array("Rar!\u{1A}\u{07}".utf8), .archive),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .archive),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image), ([0xFF, 0xD8, 0xFF], .image),
        (Array("GIF87a".utf8), .image), (Array("GIF89a".utf8), .image),
        ([0x49, 0x49, 0x2A, 0x00], .image), ([0x4D, 0x4D, 0x00, 0x2A], .image),
        (Array("RIFF".utf8), .sound), (Array("OggS".utf8), .sound), (Array("fLaC".utf8), .sound),
        (Array("ID3".utf8), .sound),
        ([0x7F, 0x45, 0x4C, 0x46], .program), ([0xCA, 0xFE, 0xBA, 0xBE], .program),
        ([0x00, 0x61, 0x73, 0x6D], .program),
        (Array("SQLite format 3\u{0}".utf8), .database),
    ]
}
