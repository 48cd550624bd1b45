import Formats

@testable import Documents

/// Makes a zip archive whose entries are stored as they are (APPNOTE 6.3.10, sections 4.3 and 4.4).
struct ZipMaker {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    /// `method` 8 is deflate, and `bytes` then are what it made of `size` bytes.
    mutating func add(_ name: String, _ bytes: [UInt8], method: UInt16 = 0, size: Int? = nil, crc: UInt32? = nil) {
        let offset = UInt32(body.count)
        var fields: [UInt8] = []
        Self.append(UInt16(20), to: &fields)
        Self.append(UInt16(0x800), to: &fields)
        Self.append(method, to: &fields)
        Self.append(UInt32(0x5A64_6000), to: &fields)
        Self.append(crc ?? Self.crc(bytes), to: &fields)
        Self.append(UInt32(bytes.count), to: &fields)
        Self.append(UInt32(size ?? bytes.count), to: &fields)
        Self.append(UInt16(name.utf8.count), to: &fields)
        Self.append(UInt16(0), to: &fields)
        body += [0x50, 0x4B, 3, 4] + fields + Array(name.utf8) + bytes
        directory += [0x50, 0x4B, 1, 2, 20, 3] + fields
        directory += [UInt8](repeating: 0, count: 6)
        // A regular file, as Unix has it.
        Self.append(UInt32(0o100644 << 16), to: &directory)
        Self.append(offset, to: &directory)
        directory += Array(name.utf8)
        count += 1
    }

    var bytes: [UInt8] {
        var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        Self.append(count, to: &end)
        Self.append(count, to: &end)
        Self.append(UInt32(directory.count), to: &end)
        Self.append(UInt32(body.count), to: &end)
        return body + directory + end + [0, 0]
    }

    private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
    }

    static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}

/// Books of the tests.
enum Book {
    static let container = "<?xml version=\"1.0\"?><container><rootfiles><rootfile full-path=\"OEBPS/content.opf\"/></rootfiles></container>"

    /// `files` are by their names in the folder of the package document.
    static func bytes(package: String, _ files: [(String, String)], container: String = container, others: [(String, String)] = []) -> [UInt8] {
        var zip = ZipMaker()
        zip.add("mimetype", Array("application/epub+zip".utf8))
        zip.add("META-INF/container.xml", Array(container.utf8))
        zip.add("OEBPS/content.opf", Array(package.utf8))
        for (name, text) in files { zip.add("OEBPS/" + name, Array(text.utf8)) }
        for (name, text) in others { zip.add(name, Array(text.utf8)) }
        return zip.bytes
    }

    static let metadata = """
        <dc:title>The Ledger</dc:title><dc:creator opf:role="aut">Ada Example</dc:creator><dc:creator opf:role="trl">Carl</dc:creator>
        <dc:language>en-GB</dc:language><dc:date>2025-03-04</dc:date><dc:identifier>urn:isbn:1</dc:identifier>
        <dc:publisher>Example Press</dc:publisher><dc:subject>Fraud</dc:subject>
        """

    /// A package document with the items and the spine, both by id and reference.
    static func package(_ items: [(id: String, href: String)], spine: String? = nil, guide: String = "", metadata: String = metadata, more: String = "") -> String {
        let manifest = items.map { "<item id=\"\($0.id)\" href=\"\($0.href)\" media-type=\"application/xhtml+xml\"/>" }.joined()
        let order = spine ?? items.map { "<itemref idref=\"\($0.id)\"/>" }.joined()
        return "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:opf=\"http://www.idpf.org/2007/opf\"><metadata>\(metadata)</metadata><manifest>\(manifest)\(more)</manifest><spine toc=\"ncx\">\(order)</spine><guide>\(guide)</guide></package>"
    }

    static func page(_ body: String, title: String = "") -> String {
        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>\(title)</title></head><body>\(body)</body></html>"
    }

    static func readings(_ bytes: [UInt8]) throws -> [Reading] {
        try BookReader.readings(in: SourceFile(name: "a.epub", bytes: bytes)).map { try $0.get() }
    }

    /// Two chapters, with a table of contents.
    static let simple = bytes(
        package: package(
            [("c2", "two.xhtml"), ("c1", "text/one%201.xhtml")],
            spine: "<itemref idref=\"c1\"/><itemref idref=\"c2\"/>", more: "<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>"),
        [
            ("two.xhtml", page("<h1>Second</h1><p>The bank was fined.</p>")),
            ("text/one 1.xhtml", page("<h2>First things</h2><p>The bank was <a href=\"https://example.org/\">raided</a> [https://example.org/].</p>")),
            ("toc.ncx", "<ncx><navMap><navPoint><navLabel><text>First things</text></navLabel><content src=\"text/one%201.xhtml\"/><navPoint><navLabel><text>Inside</text></navLabel><content src=\"text/one%201.xhtml#x\"/></navPoint></navPoint><navPoint><navLabel><text>II. Second</text></navLabel><content src=\"two.xhtml#top\"/></navPoint></navMap></ncx>"),
        ])
}
