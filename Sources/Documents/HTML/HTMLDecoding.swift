import CUchardet
import Formats
import Glibc

/// The bytes of a page made UTF-8, by the first of these that fits: a byte order mark, the encoding that came with the
/// page, the one that the page declares, valid UTF-8, what its bytes look like.
///
/// A page that declares another encoding and is valid UTF-8 is UTF-8: browsers save pages so and leave the declaration.
struct HTMLDecoding {
    let bytes: [UInt8]
    let notes: [FormatNote.Reason]

    /// How far into a page its declaration is looked for, in bytes.
    private static let headSize = 8 << 10
    /// Bytes by which an encoding is detected.
    private static let sampleSize = 256 << 10

    /// `charset` is what a header or an envelope said of the page, where there was one.
    init(_ source: [UInt8], charset: String? = nil) {
        if let marked = Self.marked(source) {
            self = marked
            return
        }
        let declared = charset.flatMap { LegacyEncoding(label: $0) } ?? Self.declared(in: source.prefix(Self.headSize))
        let (wide, broken) = UTF8Text.survey(source)
        if wide + broken == 0, declared.map({ $0.name != "ISO-2022-JP" }) ?? true {
            self.init(bytes: source, notes: [])
        } else if broken == 0, wide > 0, declared?.name != "ISO-2022-JP" {
            self.init(bytes: source, notes: [])
        } else if broken > 0, wide >= broken * 4, declared?.isUTF8 ?? true {
            self.init(bytes: UTF8Text.repaired(source), notes: [.encodingRepaired(count: broken)])
        } else if let declared, !declared.isUTF8, let text = declared.decode(source[...]) {
            self.init(bytes: text.bytes, notes: text.repaired > 0 ? [.encodingRepaired(count: text.repaired)] : [])
        } else {
            self = Self.detected(source)
        }
    }

    private init(bytes: [UInt8], notes: [FormatNote.Reason]) {
        self.bytes = bytes
        self.notes = notes
    }

    // MARK: Byte order marks

    private static func marked(_ source: [UInt8]) -> HTMLDecoding? {
        if source.starts(with: [0xEF, 0xBB, 0xBF]) {
            let rest = Array(source.dropFirst(3))
            let broken = UTF8Text.survey(rest).broken
            return HTMLDecoding(
                bytes: broken > 0 ? UTF8Text.repaired(rest) : rest,
                notes: broken > 0 ? [.encodingRepaired(count: broken)] : [])
        }
        for (mark, label) in [([0xFF, 0xFE, 0, 0] as [UInt8], "utf-32le"), ([0, 0, 0xFE, 0xFF], "utf-32be")] {
            guard source.starts(with: mark), let text = LegacyEncoding(label: label)?.decode(source[4...]) else { continue }
            return HTMLDecoding(bytes: text.bytes, notes: text.repaired > 0 ? [.encodingRepaired(count: text.repaired)] : [])
        }
        let order: UTF16Text.Order
        if source.starts(with: [0xFF, 0xFE]) {
            order = .little
        } else if source.starts(with: [0xFE, 0xFF]) {
            order = .big
        } else if source.contains(0), let told = UTF16Text.order(of: source) {
            let text = UTF16Text.decode(source[...], told)
            return HTMLDecoding(bytes: text.bytes, notes: text.repaired > 0 ? [.encodingRepaired(count: text.repaired)] : [])
        } else {
            return nil
        }
        let text = UTF16Text.decode(source[2...], order)
        return HTMLDecoding(bytes: text.bytes, notes: text.repaired > 0 ? [.encodingRepaired(count: text.repaired)] : [])
    }

    // MARK: Declarations

    /// `charset=` in a `<meta>`, `encoding=` in an XML declaration. UTF-16 cannot be read here and means UTF-8, as the
    /// standard has it.
    private static func declared(in head: ArraySlice<UInt8>) -> LegacyEncoding? {
        for (mark, opening) in [("encoding", "<?xml"), ("charset", "<meta")] {
            var place = head.startIndex
            while let tag = find(opening, in: head[place...]) {
                let end = head[tag...].firstIndex(of: UInt8(ascii: ">")) ?? head.endIndex
                place = min(tag + 5, head.endIndex)
                guard let name = find(mark, in: head[tag..<end]), let label = value(head[(name + mark.utf8.count)..<end]),
                    let encoding = LegacyEncoding(label: label)
                else { continue }
                return encoding.name.hasPrefix("UTF-") ? LegacyEncoding(label: "utf-8") : encoding
            }
        }
        return nil
    }

    /// The next place of `text`, without regard to case.
    private static func find(_ text: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let needle = Array(text.utf8)
        guard bytes.count >= needle.count else { return nil }
        return (bytes.startIndex...(bytes.endIndex - needle.count)).first { start in
            needle.indices.allSatisfy { bytes[start + $0] | (needle[$0] >= 0x61 ? 0x20 : 0) == needle[$0] }
        }
    }

    private static func value(_ bytes: ArraySlice<UInt8>) -> String? {
        let rest = bytes.drop { HTMLBytes.isSpace($0) }
        guard rest.first == UInt8(ascii: "=") else { return nil }
        let value = rest.dropFirst().drop { HTMLBytes.isSpace($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            .prefix { !HTMLBytes.isSpace($0) && !"\"';>/?".utf8.contains($0) }
        return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }

    // MARK: Detection

    /// What uchardet takes the bytes for, else Windows-1252.
    private static func detected(_ source: [UInt8]) -> HTMLDecoding {
        if let name = detectedName(source.prefix(sampleSize)), let encoding = LegacyEncoding(label: name), !encoding.isUTF8,
            let text = encoding.decode(source[...]), text.repaired * 20 < max(20, text.bytes.count)
        {
            var notes: [FormatNote.Reason] = [.encodingDetected(name: encoding.name)]
            if text.repaired > 0 { notes.append(.encodingRepaired(count: text.repaired)) }
            return HTMLDecoding(bytes: text.bytes, notes: notes)
        }
        return HTMLDecoding(bytes: Windows1252.decode(source), notes: [.encodingGuessed])
    }

    private static func detectedName(_ sample: ArraySlice<UInt8>) -> String? {
        guard let detector = uchardet_new() else { return nil }
        defer { uchardet_delete(detector) }
        let status = sample.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { uchardet_handle_data(detector, $0.baseAddress, $0.count) }
        }
        guard status == 0 else { return nil }
        uchardet_data_end(detector)
        guard let name = uchardet_get_charset(detector) else { return nil }
        let text = String(cString: name)
        return text.isEmpty ? nil : text
    }
}
