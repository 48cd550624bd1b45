import Articles
import Formats

/// Texts of feeds in full.
enum EntryContent {
    /// The blocks of `value`.
    static func blocks(_ value: FeedValue, base: String?, _ limits: FormatLimits) -> [Block] {
        guard let value = value.decoded else { return [] }
        let base = value.base ?? base
        switch value.form {
        case .text: return plain(value.bytes, limits)
        case .inline: return html(value.bytes, base: base, limits)
        case .html, .open:
            if HTMLLooks.isHTML(value.bytes) { return html(value.bytes, base: base, limits) }
            let text = EntryText.decoded(String(decoding: value.bytes, as: UTF8.self))
            let again = Array(text.utf8)
            // Escaped twice: what is HTML once it is decoded was meant to be.
            return HTMLLooks.isHTML(again) && !value.bytes.contains(UInt8(ascii: "<"))
                ? html(again, base: base, limits) : plain(again, limits)
        }
    }

    static func html(_ bytes: [UInt8], base: String?, _ limits: FormatLimits) -> [Block] {
        HTMLReader.content(bytes, base: base, limits: limits).blocks
    }

    /// Paragraphs stand between empty lines; the lines inside of one are joined.
    private static func plain(_ bytes: [UInt8], _ limits: FormatLimits) -> [Block] {
        var blocks: [Block] = []
        var paragraph: [UInt8] = []
        func end() {
            if !paragraph.isEmpty {
                blocks += Block(.paragraph, String(decoding: paragraph, as: UTF8.self)).parts(limit: limits.blockSize)
            }
            paragraph.removeAll()
        }
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let line = Bytes.trimmed(line)
            guard !line.isEmpty else {
                end()
                continue
            }
            if !paragraph.isEmpty { paragraph.append(0x20) }
            paragraph.append(contentsOf: line)
        }
        end()
        return blocks
    }
}
